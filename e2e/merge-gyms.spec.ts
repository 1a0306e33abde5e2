import { admin, expect, main, signIn, test } from "./fixtures.ts";
import { ReviewScreens } from "./review-screens.ts";
import { inDatabase } from "./support/database.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { newGym, newTrainer, newWord, publishReview } from "./support/gyms.ts";
import { newAdminPage } from "./support/people.ts";

const at = new Date("2026-11-01T09:00:00Z");

/** A gym that was added twice, both times with a trainer of the same slug. */
async function newDouble() {
  const word = newWord();
  const [from, into] = [
    await newGym({ word, name: "느린 헬스" }),
    await newGym({ word, name: "느린헬스 본점" }),
  ];
  for (const gymSlug of [from, into]) await newTrainer(gymSlug, "han", "한서연");
  for (const stars of [2, 4])
    await publishReview({ gymSlug: from, stars, body: `겹친 곳에 쓴 리뷰 ${stars} ${word}`, at });
  await publishReview({
    gymSlug: from,
    trainerSlug: "han",
    stars: 5,
    body: `자세를 잘 봐 줘요. ${word}`,
    at,
  });
  await publishReview({ gymSlug: into, stars: 5, body: `본점에 쓴 리뷰 ${word}`, at });
  return { word, from, into };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "before any script has loaded", () => {
    test.use({ javaScriptEnabled });

    // Axe needs scripts and checks both sizes.
    const sizes = { tag: javaScriptEnabled ? ["@phone"] : [] };

    test(
      "an admin merges a duplicate gym: everything moves to one, and the old URLs redirect",
      sizes,
      async ({ page }) => {
        const { word, from, into } = await newDouble();
        await signIn(page, admin);
        await page.goto(`/admin/gyms/${from}`);
        await main(page).getByRole("link", { name: "다른 헬스장과 합치기" }).click();
        await expect(
          main(page).getByText(`느린 헬스 ${word}, 어느 헬스장과 같은 곳인가요?`, { exact: false }),
        ).toBeVisible();
        await main(page).getByRole("searchbox").fill(word);
        await main(page).getByRole("button", { name: "찾기" }).click();
        await main(page)
          .getByRole("link", { name: `느린헬스 본점 ${word}` })
          .click();
        await expect(main(page).getByText("리뷰 3개를 옮겨요. 그중 공개된 것은 3개예요.")).toBeVisible();
        await expect(main(page).getByText("트레이너 1명을 옮겨요.", { exact: false })).toBeVisible();
        if (javaScriptEnabled) await expectAccessible(page);
        await main(page).getByRole("button", { name: "합치기", exact: true }).click();
        await expect(page).toHaveURL(`/admin/gyms/${into}?merged=1`);
        await expect(main(page).getByText("하나로 합쳤어요.", { exact: false })).toBeVisible();

        const answer = await page.request.get(`/gyms/${from}`, { maxRedirects: 0 });
        expect([answer.status(), answer.headers().location]).toEqual([308, `/gyms/${into}`]);
        await page.goto(`/gyms/${from}`);
        await expect(page).toHaveURL(`/gyms/${into}`);
        for (const text of [
          `겹친 곳에 쓴 리뷰 2 ${word}`,
          `본점에 쓴 리뷰 ${word}`,
          `자세를 잘 봐 줘요. ${word}`,
        ])
          await expect(main(page).getByText(text)).toBeVisible();
        await page.goto(`/gyms/${from}/trainers/han`);
        await expect(page).toHaveURL(`/gyms/${into}/trainers/han-2`);
        await expect(main(page).getByText(`자세를 잘 봐 줘요. ${word}`)).toBeVisible();

        await page.goto(`/admin/gyms/${into}/trainers/han-2`);
        await main(page).getByRole("link", { name: "다른 트레이너와 합치기" }).click();
        await main(page).getByRole("link", { name: "한서연" }).last().click();
        await main(page).getByRole("button", { name: "합치기", exact: true }).click();
        await expect(page).toHaveURL(`/admin/gyms/${into}/trainers/han?merged=1`);
        for (const old of [`/gyms/${from}/trainers/han`, `/gyms/${into}/trainers/han-2`]) {
          await page.goto(old);
          await expect(page).toHaveURL(`/gyms/${into}/trainers/han`);
        }

        await page.goto("/admin/audit?kind=GYM_MERGED");
        const line = main(page).getByRole("listitem").filter({ hasText: from });
        await expect(line).toContainText(
          `헬스장 ${from} 하나를 느린헬스 본점 ${word}에 합침 · 리뷰 3개 옮김`,
        );
        await line.getByRole("link", { name: `느린헬스 본점 ${word}` }).click();
        await expect(page).toHaveURL(`/admin/gyms/${into}`);
      },
    );

    test("a review whose form was open at the merged gym is saved at the remaining one", async ({
      page,
      memberPage,
    }) => {
      const { from, into, word } = await newDouble();
      const screens = new ReviewScreens(memberPage);
      await screens.open(from);
      await screens.fill(3, `옮기는 사이에 쓴 리뷰예요. ${word}`);
      const adminPage = await newAdminPage(page, { javaScriptEnabled });
      await adminPage.goto(`/admin/gyms/${from}/merge?into=${into}`);
      await main(adminPage).locator("form").getByRole("button").click();
      await expect(adminPage).toHaveURL(`/admin/gyms/${into}?merged=1`);
      await adminPage.context().close();

      await screens.send.click();
      await expect(memberPage).toHaveURL(`/gyms/${into}`);
      const reviews = await inDatabase(
        `SELECT gym.slug FROM review JOIN gym ON gym.id = review.gym_id
           JOIN review_revision revision ON revision.review_id = review.id WHERE revision.body LIKE $1`,
        [`옮기는 사이에 쓴 리뷰예요. ${word}`],
      );
      expect(reviews).toEqual([{ slug: into }]);
    });
  });
}
