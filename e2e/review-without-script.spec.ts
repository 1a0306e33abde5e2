import type { Page } from "@playwright/test";

import { type Credentials, expect, signIn, test, today } from "./fixtures.ts";
import { countReviews, newPlace, ReviewScreens } from "./review-screens.ts";
import { endSession } from "./support/people.ts";

test.use({ javaScriptEnabled: false });

const good = (word: string) => `기구가 넉넉하고 아침에 조용해요. ${word}`;
const bad = (word: string) => `카운터에 멍청한 직원이 있어요. 다시는 안 가요. ${word}`;

/** The form of an appeal: collapsed on its review's card, or on a separate page. */
const appealIn = ({ card, main, words }: ReviewScreens) => ({
  unfold: () => card.getByText(words.appeal, { exact: true }).click(),
  text: main.getByRole("textbox", { name: words.appealText }),
  send: () => main.getByRole("button", { name: words.sendAppeal }).click(),
});

const expectSignedOut = (page: Page) =>
  expect(page.getByRole("alert").filter({ hasText: "로그인이 끝나서" })).toBeVisible();

/** Signs in again in another tab: this one keeps its input. */
async function signInElsewhere(page: Page, member: Credentials) {
  const tab = await page.context().newPage();
  await signIn(tab, member);
  return tab;
}

test("a review is written, corrected, refused, appealed and deleted @phone-only", async ({
  memberPage: page,
}) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.open(slug, "han");
  await expect(review.main.getByRole("heading", { level: 1 })).not.toContainText("한서연");
  await review.open(slug);
  await review.body.fill("짧은 글");
  await review.send.click();
  await expect(page.getByRole("radiogroup", { name: "별점" })).toHaveAccessibleDescription(
    "별점을 골라 주세요.",
  );
  await expect(review.body).toHaveValue("짧은 글");
  await review.fill(2, bad(word));
  await review.submit(slug);
  await review.reloadUntil("rejected");

  const appeal = appealIn(review);
  await appeal.unfold();
  await appeal.text.fill("짧아요");
  await appeal.send();
  // A separate page with the error beside the text.
  await expect(review.main.getByRole("heading", { level: 1 })).toHaveText("결정에 이의 제기하기");
  await expect(page.locator("mark")).toHaveText("멍청한");
  await expect(appeal.text).toHaveAccessibleDescription(/10자 이상/);
  await expect(appeal.text).toHaveValue("짧아요");
  await appeal.text.fill("말투를 두고 쓴 것이에요. 다시 봐 주세요.");
  await appeal.send();
  await expect(page).toHaveURL(`/gyms/${slug}`);
  await expect(review.card.getByText(review.words.appealed)).toBeVisible();

  await review.card.getByRole("link", { name: "고치기" }).click();
  await expect(review.main.getByText("공개될 때까지는 나만 볼 수 있어요")).toBeVisible();
  await expect(review.main.getByText("그 이의는 더 살펴보지 않고")).toBeVisible();
  await expect(review.star(2)).toBeChecked();
  await review.fill(4, good(word));
  await review.submit(slug);
  await review.reloadUntil("approved");

  await review.card.getByRole("link", { name: "지우기" }).click();
  await expect(page.getByRole("heading", { name: "이 리뷰를 지울까요?" })).toBeVisible();
  await page.getByRole("button", { name: "리뷰 지우기" }).click();
  await expect(page).toHaveURL(`/gyms/${slug}`);
  await expect(review.card).toHaveCount(0);
});

test("a session that ended keeps the text of an appeal, wherever it was written", async ({
  memberPage: page,
  member,
}) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  const appeal = appealIn(review);
  await review.write(slug, 1, bad(word));
  await review.reloadUntil("rejected");
  const text = "말투를 두고 쓴 것이에요. 다시 봐 주세요.";
  for (const path of [`/gyms/${slug}`, "/me/reviews"]) {
    await page.goto(path);
    await appeal.unfold();
    await appeal.text.fill(text);
    await endSession(page);
    await appeal.send();
    await expectSignedOut(page);
    await expect(appeal.text).toHaveValue(text);
    // Without a session the review is not shown.
    await expect(review.main).not.toContainText(word);
    await (await signInElsewhere(page, member)).close();
  }
  await appeal.send();
  await expect(page).toHaveURL("/me/reviews");
  await expect(review.card.getByText(review.words.appealed)).toBeVisible();
  await expect(review.card).toContainText(text);
});

test("a session that ended, or another tab that was faster, keeps the text", async ({
  memberPage: page,
  member,
}) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.open(slug);
  await review.fill(4, good(word));
  await endSession(page);
  await review.send.click();
  await expectSignedOut(page);
  await expect(review.body).toHaveValue(good(word));

  const tab = await signInElsewhere(page, member);
  await new ReviewScreens(tab).write(slug, 1, `다른 창에서 먼저 쓴 글이에요. ${word}`);
  await review.send.click();
  await expect(page.getByRole("group", { name: "여기서 쓴 글" })).toHaveText(good(word));
  await page.getByRole("button", { name: "여기서 쓴 글로 보내기" }).click();
  await page.waitForURL(`/gyms/${slug}`);
  await expect(review.card).toContainText(good(word));
  expect(await countReviews(slug)).toEqual({ reviews: 1, revisions: 2 });
});

test("the diary can be read, and explains that writing needs a script", async ({ memberPage: page }) => {
  await page.request.put(`/api/diary/${today()}`, { data: { body: "오늘의 글" } });
  await page.goto("/diary");
  await expect(page.getByRole("article")).toHaveText("오늘의 글");
  expect(await (await page.request.get("/diary")).text()).toContain("자바스크립트가 켜져 있어야");
  await expect(page.getByRole("button", { name: "소라에게 보내기" })).toHaveCount(0);
});

test("a missing page is not found", async ({ memberPage: page }) => {
  const { slug } = await newPlace();
  for (const path of ["/gyms/nowhere", `/gyms/${slug}/trainers/nobody`, "/gyms/nowhere/review", "/nowhere"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText("여기엔 아무것도 없어요");
  }
  expect((await page.goto("/diary/2026-02-30"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("펼칠 수 없는 날이에요");
});
