import { expect, test } from "./fixtures.ts";
import { newPlace, ReviewScreens } from "./review-screens.ts";
import { publishReview } from "./support/gyms.ts";

test("what Sora says about a gym counts an approved review, and lets go of one that is taken back", async ({
  memberPage: page,
}) => {
  const { slug, word } = await newPlace();
  for (const body of ["기구가 많고 상태가 좋아요.", "기구가 다양해서 좋아요."]) {
    await publishReview({ gymSlug: slug, stars: 5, body, at: new Date() });
  }
  const summary = page.getByRole("region", { name: "리뷰를 모아 보면" });
  const review = new ReviewScreens(page);
  await page.goto(`/gyms/${slug}`);
  await expect(review.main.getByText("리뷰 2개").first()).toBeVisible();
  await expect(summary).toHaveCount(0); // two reviews are no chorus

  await review.write(slug, 5, `기구가 넉넉하고 아침에 조용해요. ${word}`);
  await review.expectState("approved");
  await expect(async () => {
    await page.reload();
    await expect(summary).toContainText("리뷰 3개 중 3개", { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(summary).toContainText(/AI가 아닌 예시로 .* 만든 요약이에요/);

  await review.card.getByRole("link", { name: review.words.delete }).click();
  await page.getByRole("dialog").getByRole("button", { name: review.words.confirmDelete }).click();
  await expect(review.main.getByText("리뷰 2개").first()).toBeVisible();
  await expect(summary).toHaveCount(0);
});
