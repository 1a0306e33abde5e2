import { request } from "@playwright/test";
import { inDatabase } from "./support/database.ts";
import { cookieHeader, expect, main, signIn, signInByForm, test } from "./fixtures.ts";
import { newWindow } from "./support/people.ts";

test("a copied cookie is worth nothing after a sign-out, nor by asking for a new one", async ({
  memberPage: page,
  baseURL,
}) => {
  const thief = await request.newContext({
    baseURL: baseURL!,
    extraHTTPHeaders: { cookie: await cookieHeader(page) },
  });
  expect((await thief.get("/api/diary")).status()).toBe(200);

  await page.getByRole("button", { name: "내 계정" }).click();
  await page.getByRole("button", { name: "로그아웃" }).click();
  await expect(page).toHaveURL("/");

  expect((await thief.get("/api/diary")).status()).toBe(401);
  await thief.get("/api/auth/session");
  expect((await thief.get("/api/diary")).status()).toBe(401);
  expect((await thief.get("/api/notices/stream")).status()).toBe(401);
  await thief.dispose();
});

test("next-auth's own sign-out ends the session too", async ({ memberPage: page, baseURL }) => {
  const headers = { cookie: await cookieHeader(page) };
  const thief = await request.newContext({ baseURL: baseURL!, extraHTTPHeaders: headers });
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  await page.request.post("/api/auth/signout", { form: { csrfToken } });
  expect((await thief.get("/api/diary")).status()).toBe(401);
  await thief.dispose();
});

test(
  "lists where one is signed in, and signs out one of them",
  { tag: "@phone" },
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

    // The one that is left is this one: signing it out leads away.
    await list
      .first()
      .getByRole("button", { name: /에서 로그아웃/ })
      .click();
    await expect(page).toHaveURL("/");
  },
);

test("signing in again in the same browser takes the place of the session before", async ({
  memberPage: page,
  member,
}) => {
  await signIn(page, member);
  const standing = await inDatabase(
    `SELECT session.id FROM session JOIN member ON member.id = member_id WHERE email = $1 AND revoked_at IS NULL`,
    [member.email],
  );
  expect(standing).toHaveLength(1);
});
