import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { DiaryPage } from "./diary-page.ts";
import { expect, test } from "./fixtures.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function expectAccessible(page: Page) {
  // What is still fading in has not its colour yet.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual(
    [],
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, reducedMotion: "reduce" });

    test("axe finds nothing before the door @phone", async ({ page }) => {
      for (const path of ["/", "/signup", "/signin", "/nowhere"]) {
        await page.goto(path);
        await expectAccessible(page);
      }
    });

    test("axe finds nothing on a form with errors @phone", async ({ page }) => {
      await page.goto("/signup");
      await page.getByLabel("이메일").fill("not-an-address");
      await page
        .getByRole("main")
        .locator("form")
        .last()
        .evaluate((form: HTMLFormElement) => (form.noValidate = true));
      await page.getByRole("main").getByRole("button", { name: "시작하기" }).click();
      await expect(page.getByText("이메일 주소를 다시 확인해 주세요.")).toBeVisible();
      await expectAccessible(page);
    });

    test("axe finds nothing in the diary, from the empty page to the last word @phone", async ({
      memberPage: page,
    }) => {
      await expectAccessible(page);
      const diary = new DiaryPage(page);
      await page.request.put("/api/diary/2026-09-01", { data: { body: "지난 날" } });
      await diary.write("다 끝내고 싶고 죽고 싶다는 생각이 든다. [[model delay=100 rate=5 tokens=400]]");
      await expectAccessible(page);
      await diary.ask("T");
      await diary.expectBegun("T");
      await expectAccessible(page);
      await diary.stop("T").click();
      await diary.expectWhole("T");
      await page.reload();
      await expectAccessible(page);
      await page.goto("/diary/2026-09-01");
      await expectAccessible(page);
      await page.goto("/settings");
      await expectAccessible(page);
    });
  });
}
