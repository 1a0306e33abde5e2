import { request } from "@playwright/test";
import { cookieHeader, expect, main, signInByForm, test } from "./fixtures.ts";
import { newWindow } from "./support/people.ts";

test("a copied cookie is invalid after a sign-out", async ({ memberPage: page, baseURL }) => {
  const thief = await request.newContext({
    baseURL: baseURL!,
    extraHTTPHeaders: { cookie: await cookieHeader(page) },
  });
  expect((await thief.get("/api/diary")).status()).toBe(200);

  await page.getByRole("button", { name: "내 계정" }).click();
  await page.getByRole("button", { name: "로그아웃" }).click();
  await expect(page.getByRole("link", { name: "로그인" }).first()).toBeVisible();
  await expect(page).toHaveURL("/");

  expect((await thief.get("/api/diary")).status()).toBe(401);
  // A page visit renews a cookie that is due. This one belongs to a session that has ended.
  await thief.get("/settings");
  expect((await thief.get("/api/diary")).status()).toBe(401);
  expect((await thief.get("/api/notices/stream")).status()).toBe(401);
  await thief.dispose();
});

test(
  "lists one's sessions, and signs out one of them",
  { tag: "@phone-only" },
  async ({ memberPage: page, member }) => {
    const other = await newWindow(page, {});
    await signInByForm(other, member);
    await page.goto("/settings");
    const list = main(page)
      .getByRole("listitem")
      .filter({ hasText: /지금 이 브라우저|마지막 사용/ });
    await expect(list).toHaveCount(2);
    await expect(list.first()).toContainText("지금 이 브라우저");

    await list
      .nth(1)
      .getByRole("button", { name: /에서 로그아웃/ })
      .click();
    await expect(list).toHaveCount(1);
    await other.goto("/settings");
    await expect(other).toHaveURL(/\/signin/);
    await other.context().close();

    // The remaining session is this one: ending it leads to the start page.
    await list
      .first()
      .getByRole("button", { name: /에서 로그아웃/ })
      .click();
    await expect(page).toHaveURL("/");
  },
);

test("a browser that signed in remains a known device of its member", async ({ memberPage: page }) => {
  const device = async () =>
    (await page.context().cookies()).find(({ name }) => name.endsWith("sora-device"));
  expect(await device()).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  await page.getByRole("button", { name: "내 계정" }).click();
  await page.getByRole("button", { name: "로그아웃" }).click();
  await expect(page.getByRole("link", { name: "로그인" }).first()).toBeVisible();
  await expect(page).toHaveURL("/");
  expect(await device()).toBeDefined();
});
