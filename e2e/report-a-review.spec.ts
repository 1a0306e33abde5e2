import type { Page } from "@playwright/test";

import { expect, main, onlyOn, sendCredentials, signIn, test } from "./fixtures.ts";
import { newPlace, ReviewScreens } from "./review-screens.ts";
import { inDatabase } from "./support/database.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { publishReview } from "./support/gyms.ts";
import { endSession, letAge, newModeratorPage, newPersonPage } from "./support/people.ts";

/** A published review by a new member. */
async function newPublished() {
  const { slug, word } = await newPlace();
  const body = `기구가 넉넉하고 아침에 조용해요. ${word}`;
  await publishReview({ gymSlug: slug, stars: 4, body, at: new Date() });
  return { slug, word, body };
}

/** Reports by the rule about advertising, from the gym's page. */
async function report(page: Page, slug: string, words = "") {
  await page.goto(`/gyms/${slug}`);
  await main(page).getByRole("link", { name: /^신고/ }).click();
  await expect(page).toHaveTitle("리뷰 신고하기 · 소라");
  await page.getByRole("radio", { name: "광고와 홍보" }).check();
  await page.getByLabel("더 하고 싶은 말 (선택)").fill(words);
  await page.getByRole("button", { name: "신고하기" }).click();
  await expect(main(page).getByRole("status")).toHaveText(/알려 주셔서 고마워요/);
}

test("three members hide a review by reporting it, and a moderator publishes it again", async ({
  memberPage: page,
}) => {
  test.slow(); // six people
  const { slug, word } = await newPlace();
  const body = `기구가 넉넉하고 아침에 조용해요. ${word}`;
  const review = new ReviewScreens(page);
  await review.write(slug, 4, body);
  await review.expectState("approved");
  await page.goto("/me/reviews");

  const reporters = [await newPersonPage(page), await newPersonPage(page), await newPersonPage(page)];
  for (const { email } of reporters) await letAge(email);
  const [first, second, third] = reporters.map((reporter) => reporter.page);
  await report(first!, slug, "옆 건물 카페 이야기만 해요.");
  await expect(main(first!).getByRole("listitem")).toContainText(/이유: 광고와 홍보.*살펴보고 있어요/s);
  await report(second!, slug);
  await second!.goto(`/gyms/${slug}`);
  await expect(main(second!)).toContainText(body);

  await report(third!, slug);
  await second!.reload();
  await expect(main(second!)).not.toContainText(word);
  // Without a reload, and with its reason.
  await review.expectState("held");
  await expect(review.card).toContainText("다른 회원들이 신고해서");

  const moderator = await newModeratorPage(page);
  const [revision] = await inDatabase<{ id: string }>(
    "SELECT id FROM review_revision WHERE body LIKE '%' || $1",
    [word],
  );
  await moderator.page.goto(`/admin/moderation?state=REPORTED&item=${revision!.id}`);
  await expect(main(moderator.page)).toContainText("옆 건물 카페 이야기만 해요.");
  await moderator.page.getByRole("form", { name: "결정" }).getByRole("button", { name: /^승인/ }).click();
  await expect(async () => {
    await second!.reload();
    await expect(main(second!)).toContainText(body, { timeout: 300 });
  }).toPass({ timeout: 20_000 });
  await first!.goto("/me/reports");
  await expect(main(first!).getByRole("listitem")).toContainText("리뷰를 그대로 두기로 했어요");
  // Ten seconds after the decision the author gets a notice, and the open page shows it.
  await review.expectState("approved");
  await page.goto("/notices");
  await expect(main(page).getByRole("listitem")).toHaveText([
    /리뷰가 공개됐어요/,
    /사람이 살펴보고 있어요/,
    /리뷰가 공개됐어요/,
  ]);
  for (const one of [...reporters, moderator]) await one.page.context().close();
});

test("a review that is written again after reports hid it waits for a moderator, who sees why @phone-only", async ({
  memberPage: page,
}) => {
  test.slow(); // two people, and two screens checked by axe
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.write(slug, 4, `옆 건물 카페가 더 좋아요. ${word}`);
  await review.expectState("approved");
  // The state after three reports.
  await inDatabase(
    `WITH hidden AS (
       UPDATE review_revision SET status = 'HELD', attempt = attempt + 1 WHERE body LIKE '%' || $1 RETURNING id, review_id, attempt
     ), judged AS (
       INSERT INTO verdict (id, revision_id, attempt, decision, decided_by, hold_reason, evidence, policy_version)
       SELECT gen_random_uuid(), id, attempt, 'HOLD', 'RULE', 'REPORTED', '{}', 1 FROM hidden
     )
     UPDATE review SET published_revision_id = NULL, published_stars = NULL, published_at = NULL
       FROM hidden WHERE review.id = hidden.review_id`,
    [word],
  );
  await page.goto("/me/reviews");
  await expect(review.card).toContainText("다른 회원들이 신고해서");
  await review.card.getByRole("link", { name: review.words.delete }).click();
  await expect(page.getByRole("dialog")).toContainText("같은 곳에 다시 쓴 글을 담당자가 먼저 읽어요");
  await page.getByRole("button", { name: review.words.confirmDelete }).click();
  await expect(review.card).toHaveCount(0);

  await review.write(slug, 4, `카페가 가까워서 좋아요. ${word}`);
  await review.expectState("held");
  await expect(review.card).toContainText("지우고 다시 쓴 글이라, 담당자가 먼저 읽어요");
  await expectAccessible(page);
  const { page: moderator } = await newModeratorPage(page);
  await moderator.emulateMedia({ reducedMotion: "reduce" });
  const [revision] = await inDatabase<{ id: string }>(
    "SELECT id FROM review_revision WHERE body LIKE '%' || $1",
    [word],
  );
  await moderator.goto(`/admin/moderation?state=REPORTED&item=${revision!.id}`);
  const why = moderator.getByRole("region", { name: "신고된 리뷰를 지우고 다시 쓴 글" });
  await expect(why).toContainText("담당자가 정하기 전에 글쓴이가");
  await expectAccessible(moderator);
  await moderator.context().close();
});

test("a visitor is asked to sign in, and returns to the report", async ({ page }) => {
  const { slug, body } = await newPublished();
  await page.goto(`/gyms/${slug}`);
  await main(page).getByRole("link", { name: "신고 바다 님의 리뷰" }).click();
  await expect(page).toHaveURL(/\/signin\?next=/);
  await sendCredentials(page, { email: "demo@sora.test", password: "sora-demo-1" });
  await expect(page).toHaveURL(/\/gyms\/[^/]+\/report\//);
  await expect(main(page).getByRole("blockquote")).toHaveText(body);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "before any script has loaded", () => {
    test.use({ javaScriptEnabled });

    test(
      "a report needs a reason and a signed-in reporter, keeps its text, and is sent once",
      onlyOn(javaScriptEnabled ? "phone" : "desktop"),
      async ({ memberPage: page, member }) => {
        const { slug } = await newPublished();
        await page.goto(`/gyms/${slug}`);
        const link = main(page).getByRole("link", { name: /^신고/ });
        await link.click();
        await page.getByLabel("더 하고 싶은 말 (선택)").fill("광고 같아요.");
        await page.getByRole("button", { name: "신고하기" }).click();
        const reasons = page.getByRole("radiogroup", { name: "어떤 규칙에 어긋나나요?" });
        await expect(reasons).toHaveAccessibleDescription("어긋난 규칙을 하나 골라 주세요.");
        if (javaScriptEnabled) await expect(reasons).toBeFocused();
        await expect(page.getByLabel("더 하고 싶은 말 (선택)")).toHaveValue("광고 같아요.");

        await page.getByRole("radio", { name: "광고와 홍보" }).check();
        await expect(page.getByText("다른 업체나 상품을 홍보하거나")).toBeVisible();
        await endSession(page);
        await page.getByRole("button", { name: "신고하기" }).click();
        await expect(main(page).getByRole("alert")).toContainText("로그인이 끝나서 아직 보내지 못했어요.");
        await expect(page.getByRole("radio", { name: "광고와 홍보" })).toBeChecked();
        await expect(page.getByLabel("더 하고 싶은 말 (선택)")).toHaveValue("광고 같아요.");
        const [tab] = await Promise.all([
          page.context().waitForEvent("page"),
          page.getByRole("link", { name: "새 창에서 다시 로그인하기" }).click(),
        ]);
        await signIn(tab, member);
        await tab.close();
        await page.getByRole("button", { name: "신고하기" }).click();
        await expect(main(page).getByRole("listitem")).toContainText("광고 같아요.");
        await page.goto(`/gyms/${slug}`);
        await link.click();
        await expect(main(page).getByRole("heading", { name: "이미 신고한 리뷰예요" })).toBeVisible();
      },
    );
  });
}

test("a text that was edited since is not reported, nor is one's own", async ({ memberPage: page }) => {
  const { slug, word } = await newPublished();
  await page.goto(`/gyms/${slug}`);
  await main(page).getByRole("link", { name: /^신고/ }).click();
  await page.getByRole("radio", { name: "광고와 홍보" }).check();
  await inDatabase(
    `WITH edit AS (
       INSERT INTO review_revision (id, review_id, number, stars, body, body_hash, locale, status)
       SELECT gen_random_uuid(), review_id, 2, 5, $1, $1, 'ko', 'APPROVED' FROM review_revision
        WHERE body LIKE '%' || $2 RETURNING id, review_id
     )
     UPDATE review SET published_revision_id = edit.id FROM edit WHERE review.id = edit.review_id`,
    [`고쳐 쓴 글이에요. ${word}2`, word],
  );
  await page.getByRole("button", { name: "신고하기" }).click();
  await expect(main(page).getByRole("alert")).toContainText("그사이 글이 바뀌었거나");

  const review = new ReviewScreens(page);
  await review.write(slug, 4, `샤워실이 깨끗하고 넓어요. ${word}`);
  await review.expectState("approved");
  await expect(main(page).getByRole("article").filter({ hasText: "샤워실이" })).toHaveCount(2);
  await expect(main(page).getByRole("link", { name: /^신고/ })).toHaveCount(1);
  const [own] = await inDatabase<{ id: string }>(
    "SELECT review_id AS id FROM review_revision WHERE body LIKE '샤워실이%' || $1",
    [word],
  );
  await page.goto(`/gyms/${slug}/report/${own!.id}`);
  await expect(main(page).getByRole("heading", { name: "내가 쓴 리뷰예요" })).toBeVisible();
});

test.describe("in English", () => {
  test.use({ locale: "en-US" });

  test("a review is reported, and listed among one's reports", async ({ memberPage: page }) => {
    const { slug } = await newPublished();
    await page.goto(`/gyms/${slug}`);
    await main(page)
      .getByRole("link", { name: /^Report the review by/ })
      .click();
    await page.getByRole("radio", { name: "Fake or paid" }).check();
    await page.getByRole("button", { name: "Send report" }).click();
    await expect(main(page).getByRole("status")).toHaveText(/Thank you for telling us/);
    await expect(main(page).getByRole("listitem")).toContainText(/Reason: Fake or paid.*Being looked at/s);
  });
});

test("axe finds nothing on the pages of a report @phone", async ({ memberPage: page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { slug } = await newPublished();
  await page.goto("/me/reports");
  await expectAccessible(page);
  await page.goto(`/gyms/${slug}`);
  await main(page).getByRole("link", { name: /^신고/ }).click();
  await page.getByRole("button", { name: "신고하기" }).click();
  await expect(page.getByText("어긋난 규칙을 하나 골라 주세요.")).toBeVisible();
  await page.getByRole("radio", { name: "광고와 홍보" }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "신고하기" }).click();
  await expect(main(page).getByRole("listitem")).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await page.reload();
  await expect(main(page).getByRole("heading", { name: "이미 신고한 리뷰예요" })).toBeVisible();
  await expectAccessible(page);
});
