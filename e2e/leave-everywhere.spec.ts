import type { Page } from "@playwright/test";
import { DiaryPage } from "./diary-page.ts";
import { expect, signInByForm, signUp, test } from "./fixtures.ts";
import { endSession } from "./support/people.ts";

const words = "파도 소리를 들으며 쓴 비밀";

async function signOut(page: Page) {
  await page.getByRole("button", { name: "내 계정" }).click();
  await page.getByRole("button", { name: "로그아웃" }).click();
}

/** The page after signing out shows only public content. */
async function expectLeft(page: Page) {
  await expect(page.getByRole("link", { name: "로그인" }).first()).toBeVisible();
  await expect(page).toHaveURL("/");
}

/** An answer with Clear-Site-Data for the cache. It does not clear storage. */
const cacheCleared = (page: Page) =>
  page
    .context()
    .waitForEvent(
      "response",
      async (response) => (await response.allHeaders())["clear-site-data"] === '"cache"',
    );

/** Everything that this browser stores unencrypted. */
const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));

test("signing out in one tab leaves nothing readable in the others, or behind the Back button", async ({
  memberPage: page,
  context,
}) => {
  await new DiaryPage(page).write(words);
  const other = await context.newPage();
  await other.goto("/diary");
  await expect(new DiaryPage(other).paper).toHaveValue(words);
  await page.getByRole("link", { name: "헬스장" }).first().click();
  await expect(page).toHaveURL("/gyms");

  const cleared = cacheCleared(page);
  await signOut(page);
  await expectLeft(page);
  await cleared;
  await expect(other).toHaveURL(/\/signin/);
  expect(await other.content()).not.toContain(words);

  for (let steps = 0; steps < 3; steps++) {
    await page.goBack();
    if (page.url() === "about:blank") break; // this tab's first page
    await expect(page.getByRole("main")).toBeVisible();
    await expect.poll(() => page.content()).not.toContain(words);
  }
});

test("another member who signs in sees nothing of the previous one in any tab", async ({
  memberPage: page,
  context,
}) => {
  await new DiaryPage(page).write(words);
  const other = await context.newPage();
  await endSession(other);
  await signUp(other);
  await expect(new DiaryPage(page).paper).toHaveValue("");
  expect(await page.content()).not.toContain(words);
});

test("unsaved words need a decision at sign-out; locked away they return to their member only, even after another member deletes their account here", async ({
  memberPage: page,
  member,
}) => {
  const saves = "**/api/diary/2*";
  const diary = new DiaryPage(page);
  await page.route(saves, (route) => route.abort());
  await diary.paper.fill(words);
  await expect(diary.saveState).toContainText("이 기기에 보관");
  expect(await stored(page)).not.toContain(words);

  await signOut(page);
  await page.getByRole("button", { name: "잠가 두고 로그아웃" }).click();
  await expectLeft(page);
  expect(await stored(page)).not.toContain(words);
  await page.unroute(saves);

  const { email } = await signUp(page);
  await expect(diary.paper).toHaveValue("");
  await page.goto("/settings");
  await page.getByText("계정 삭제하기").click();
  await page.getByLabel(/확인을 위해/).fill(email);
  const cleared = cacheCleared(page);
  await page.getByRole("button", { name: "영원히 삭제" }).click();
  await cleared;
  await expect(page.getByText("계정과 그 안에 있던 것을 모두 지웠어요.")).toBeVisible();

  await signInByForm(page, member);
  await expect(diary.paper).toHaveValue(words);
  await diary.expectSaved();
});

test("discarded words are deleted", async ({ memberPage: page, member }) => {
  const saves = "**/api/diary/2*";
  const diary = new DiaryPage(page);
  await page.route(saves, (route) => route.abort());
  await diary.paper.fill(words);
  await expect(diary.saveState).toContainText("이 기기에 보관");
  await signOut(page);
  await page.getByRole("button", { name: "지우고 로그아웃" }).click();
  await expectLeft(page);
  expect(await stored(page)).not.toContain("sora.draft");
  await page.unroute(saves);
  await signInByForm(page, member);
  await expect(diary.paper).toHaveValue("");
});

test("no cache may keep a member's page", async ({ memberPage: page }) => {
  for (const path of ["/diary", "/settings", "/notices"])
    expect((await page.request.get(path)).headers()["cache-control"]).toContain("no-store");
});
