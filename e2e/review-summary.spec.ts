import { expect, test } from "./fixtures.ts";
import { newPlace, ReviewScreens } from "./review-screens.ts";
import { inDatabase } from "./support/database.ts";
import { publishReview } from "./support/gyms.ts";

test("a gym's summary counts an approved review, and drops a deleted one", async ({ memberPage: page }) => {
  const { slug, word } = await newPlace();
  for (const body of ["기구가 많고 상태가 좋아요.", "기구가 다양해서 좋아요."]) {
    await publishReview({ gymSlug: slug, stars: 5, body, at: new Date() });
  }
  const summary = page.getByRole("region", { name: "리뷰를 모아 보면" });
  const review = new ReviewScreens(page);
  await page.goto(`/gyms/${slug}`);
  await expect(review.main.getByText("리뷰 2개").first()).toBeVisible();
  await expect(summary).toHaveCount(0); // two reviews are too few

  await review.write(slug, 5, `기구가 넉넉하고 아침에 조용해요. ${word}`);
  await review.expectState("approved");
  await expect(async () => {
    await page.reload();
    await expect(summary).toContainText("리뷰 3개 중 3개", { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(summary).toContainText(/AI가 아닌 예시로 .* 만든 요약이에요/);

  // From a sentence to its reviews, in any order, and back to all of them.
  const other = `${word} 그냥 그랬어요.`;
  await publishReview({ gymSlug: slug, stars: 1, body: other, at: new Date() });
  await summary.getByRole("link", { name: "요약에 쓴 리뷰 3개 중 3개" }).click();
  const reviews = page.getByRole("region", { name: "리뷰", exact: true });
  await expect(reviews.getByText("이 문장은 아래 리뷰 3개에서 나왔어요", { exact: false })).toBeVisible();
  await expect(reviews.getByRole("article")).toHaveCount(3);
  await reviews.getByRole("link", { name: "별점 낮은 순" }).click();
  await expect(page).toHaveURL(/sort=lowest&said=/);
  await expect(reviews.getByRole("article")).toHaveCount(3);
  await reviews.getByRole("link", { name: "리뷰 모두 보기" }).click();
  await expect(reviews.getByRole("article")).toHaveCount(4);
  await inDatabase(
    "DELETE FROM review USING review_revision revision WHERE revision.review_id = review.id AND revision.body = $1",
    [other],
  );
  await page.goto(`/gyms/${slug}?said=0123456789ab`);
  await expect(reviews.getByText("지금은 그 문장이 없어서", { exact: false })).toBeVisible();

  await page.goto(`/gyms/${slug}`);
  await review.card.getByRole("link", { name: review.words.delete }).click();
  await page.getByRole("dialog").getByRole("button", { name: review.words.confirmDelete }).click();
  await expect(review.main.getByText("리뷰 2개").first()).toBeVisible();
  await expect(summary).toHaveCount(0);
});
