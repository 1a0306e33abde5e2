import { expect, main, test } from "./fixtures.ts";
import { expectAccessible } from "./support/expect-accessible.ts";

test("the kit shows its components in both themes, and axe finds nothing", async ({ page }, testInfo) => {
  await page.goto("/dev/kit");
  await expect(main(page).getByRole("heading", { level: 1, name: "Kit" })).toBeVisible();
  await expectAccessible(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: testInfo.outputPath(`kit-${colorScheme}.png`), fullPage: true });
  }

  const open = page.getByRole("button", { name: "Open the dialog" });
  await open.click();
  const dialog = page.getByRole("dialog", { name: "Delete the page?" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();

  await page.getByRole("button", { name: "Show the toast" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Deleted" })).toBeVisible();
});
