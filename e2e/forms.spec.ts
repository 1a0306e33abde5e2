import { expect, main, sendCredentials, test } from "./fixtures.ts";

// components/form/forms.test.ts checks in the sources that every form uses this way.

test("a session that ended keeps the input of a form, which is sent after signing in again", async ({
  memberPage: page,
  member,
}) => {
  await page.goto("/settings");
  const name = main(page).getByLabel("이름", { exact: true });
  await name.fill("새 이름");
  await page.context().clearCookies();
  await main(page).getByRole("button", { name: "저장" }).first().click();
  const alert = main(page).getByRole("alert");
  await expect(alert).toContainText("로그인이 끝나서 아직 보내지 못했어요.");
  await expect(alert).toBeInViewport();
  await expect(name).toHaveValue("새 이름");

  const [signingIn] = await Promise.all([
    page.context().waitForEvent("page"),
    alert.getByRole("link", { name: "새 창에서 로그인" }).click(),
  ]);
  await sendCredentials(signingIn, { email: member.email, password: member.password });
  await signingIn.waitForURL(/\/settings$/);
  await alert.getByRole("button", { name: "다시 시도" }).click();
  await expect(main(page).getByText("저장했어요.").first()).toBeVisible();
  await expect(alert).toHaveCount(0);
  await signingIn.reload();
  await expect(main(signingIn).getByLabel("이름", { exact: true })).toHaveValue("새 이름");
});

test("a missing answer is reported, and the choice is still there after a reload", async ({
  memberPage: page,
}) => {
  await page.clock.install();
  await page.goto("/settings");
  await page.route("**/settings", (route) =>
    route.request().method() === "POST" ? undefined : route.fallback(),
  );
  const zone = main(page).getByLabel("시간대");
  await zone.selectOption("Europe/Paris");
  await main(page).getByLabel("이름", { exact: true }).fill("새 이름");
  await main(page).getByRole("button", { name: "저장" }).first().click();
  await page.clock.runFor(21_000);
  await expect(main(page).getByRole("alert")).toContainText("아직 답이 없어요.");
  await main(page).getByRole("button", { name: "새로 불러오기" }).click();
  await expect(zone).toHaveValue("Europe/Paris");
  await expect(main(page).getByLabel("이름", { exact: true })).toHaveValue("새 이름");
});
