import type { Page } from "@playwright/test";

import { expect, main, newCredentials, onlyOn, sendCredentials, test } from "./fixtures.ts";
import { newGym, newTrainer, newWord, publishReview } from "./support/gyms.ts";

const gymNames = (page: Page) => main(page).getByRole("article").getByRole("heading", { level: 2 });
const bodies = (page: Page) => main(page).locator("article p[lang]");
const day = (n: number) => new Date(Date.UTC(2026, 9, 1) + n * 24 * 60 * 60 * 1000);

/** With scripts, and before they have loaded. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "before any script has loaded", () => {
    test.use({ javaScriptEnabled });
    const oneSize = onlyOn(javaScriptEnabled ? "phone" : "desktop");

    test("anyone finds a gym by name or district, in either language", oneSize, async ({ page }) => {
      const word = newWord();
      await newGym({
        word,
        name: "파도소리 짐",
        nameEn: "Wave Gym",
        district: "마포구",
        districtEn: "Mapo-gu",
      });
      await newGym({ word, name: "돌담 짐", district: "종로구" });

      await page.goto("/");
      await page.getByRole("navigation").getByRole("link", { name: "헬스장" }).click();
      await expect(page).toHaveTitle(/^헬스장/);
      const search = page.getByRole("searchbox", { name: "헬스장, 역, 주소, 트레이너" });
      await search.fill(`${word} mapo`);
      await page.getByRole("button", { name: "찾기" }).click();
      await expect(gymNames(page)).toHaveText([`파도소리 짐 ${word}`]);
      await expect(page.getByText(/검색 결과 1곳/)).toBeVisible();

      await search.fill(`돌담 ${word}`);
      await search.press("Enter");
      await expect(gymNames(page)).toHaveText([`돌담 짐 ${word}`]);
      await page.goBack();
      await expect(gymNames(page)).toHaveText([`파도소리 짐 ${word}`]);
      await expect(search).toHaveValue(`${word} mapo`);

      // Initial consonants, then a letter too many.
      await search.fill(`ㅍㄷㅅㄹ ${word}`);
      await search.press("Enter");
      await expect(gymNames(page)).toHaveText([`파도소리 짐 ${word}`]);
      await search.fill(`파도소링 ${word}`);
      await search.press("Enter");
      await expect(gymNames(page)).toHaveText([`파도소리 짐 ${word}`]);
      await expect(page.getByText("가장 비슷한 곳을 보여 드려요", { exact: false })).toBeVisible();

      const district = page.getByRole("combobox", { name: "지역으로 좁히기" });
      await search.fill(word);
      await district.selectOption("종로구");
      await page.getByRole("button", { name: "찾기" }).click();
      await expect(gymNames(page)).toHaveText([`돌담 짐 ${word}`]);
      await expect(page.getByText(`종로구에서 ‘${word}’ 검색 결과 1곳`)).toBeVisible();
      await search.fill(`파도소리 ${word}`);
      await search.press("Enter");
      await main(page).getByRole("link", { name: "모든 지역에서 찾기 · 1곳" }).click();
      await expect(gymNames(page)).toHaveText([`파도소리 짐 ${word}`]);
      await expect(district).toHaveValue("");
      await page.goBack();
      await expect(district).toHaveValue("종로구");
      await district.selectOption("");

      await search.fill(`${word} 부산`);
      await search.press("Enter");
      await expect(page.getByText(`‘${word} 부산’에 맞는 헬스장이 없어요`)).toBeVisible();
      await expect(main(page).getByRole("link", { name: `‘${word}’만 찾기 · 2곳` })).toBeVisible();
      await expect(main(page).getByRole("link", { name: "헬스장 알려 주기" })).toBeVisible();
      await main(page).getByRole("link", { name: "전체 보기" }).last().click();
      await expect(page).toHaveURL("/gyms");
    });

    test("sorts gyms and pages through them, and the URL contains both", async ({ page }) => {
      const word = newWord();
      const slugs = [];
      for (let n = 0; n < 13; n += 1)
        slugs.push(await newGym({ word, name: `${String.fromCharCode(0xac00 + n)}` }));
      const [, , third] = slugs;
      await publishReview({ gymSlug: third!, stars: 5, body: "좋아요, 아주 좋아요.", at: day(1) });

      await page.goto(`/gyms?q=${word}`);
      await expect(gymNames(page)).toHaveCount(12);
      const best = main(page).getByRole("article").first();
      await expect(best).toContainText("리뷰 1개");
      await expect(best.getByRole("img", { name: "5점 만점에 5.0점" })).toBeVisible();

      await main(page).getByRole("link", { name: "이름순" }).click();
      await expect(page).toHaveURL(`/gyms?q=${word}&sort=name`);
      await expect(main(page).getByRole("link", { name: "이름순" })).toHaveAttribute("aria-current", "true");
      await expect(gymNames(page).first()).toHaveText(`가 ${word}`);
      await main(page)
        .getByRole("navigation", { name: "헬스장 목록 쪽" })
        .getByRole("link", { name: "2" })
        .click();
      await expect(page).toHaveURL(`/gyms?q=${word}&sort=name&page=2`);
      await expect(gymNames(page)).toHaveText([`${String.fromCharCode(0xac00 + 12)} ${word}`]);
      await main(page).getByRole("link", { name: "이전 쪽" }).click();
      await expect(gymNames(page)).toHaveCount(12);
      await page.goto(`/gyms?q=${word}&page=99`);
      await expect(page).toHaveURL(`/gyms?q=${word}&page=2`);
    });

    test("reads a gym's reviews page by page, in three orders, by trainer", oneSize, async ({ page }) => {
      const gymSlug = await newGym({ word: newWord() });
      await newTrainer(gymSlug, "han", "한서연");
      for (let n = 1; n <= 43; n += 1) {
        const trainerSlug = n % 20 === 0 ? "han" : undefined;
        await publishReview({
          gymSlug,
          trainerSlug,
          stars: 1 + (n % 5),
          body: `${n}번째 이야기예요.`,
          at: day(n),
        });
      }
      const expectFrom = async (...numbers: number[]) => {
        for (const [index, n] of numbers.entries())
          await expect(bodies(page).nth(index)).toHaveText(`${n}번째 이야기예요.`);
      };
      const follow = (name: string) => main(page).getByRole("link", { name, exact: true }).click();

      await page.goto(`/gyms/${gymSlug}`);
      await expectFrom(43, 42, 41);
      await expect(bodies(page)).toHaveCount(20);
      await expect(main(page).getByRole("link", { name: "더 최근 리뷰" })).toHaveCount(0);
      await follow("더 지난 리뷰");
      await expectFrom(23, 22);
      await follow("더 지난 리뷰");
      await expectFrom(3, 2, 1);
      await expect(main(page).getByRole("link", { name: "더 지난 리뷰" })).toHaveCount(0);
      await follow("더 최근 리뷰");
      await expectFrom(23, 22);
      await follow("더 최근 리뷰");
      await expectFrom(43, 42);
      await expect(main(page).getByRole("link", { name: "더 최근 리뷰" })).toHaveCount(0);

      await follow("별점 높은 순");
      await expectFrom(39, 34, 29);
      await follow("다음 리뷰");
      await expectFrom(27, 22, 17);
      await follow("별점 낮은 순");
      await expectFrom(40, 35, 30);

      const byTrainer = main(page).getByRole("navigation", { name: "트레이너별로 보기" });
      await byTrainer.getByRole("link", { name: "한서연" }).click();
      await expect(bodies(page)).toHaveText(["40번째 이야기예요.", "20번째 이야기예요."]);
      await expect(page).toHaveURL(/sort=lowest&trainer=han/);
      await byTrainer.getByRole("link", { name: "전체" }).click();
      await expect(bodies(page)).toHaveCount(20);
    });
  });
}

test("shows the parts of a gym's rating, its trainers, and each review as written", async ({ page }) => {
  const word = newWord();
  const gymSlug = await newGym({ word, nameEn: "Wave Gym" });
  await newTrainer(gymSlug, "han", "한서연");
  await publishReview({ gymSlug, stars: 5, body: "첫째 줄\n\n셋째 줄", at: day(1) });
  await publishReview({
    gymSlug,
    trainerSlug: "han",
    stars: 4,
    body: "Patient and kind.",
    locale: "en",
    isEdited: true,
    at: day(2),
  });

  await page.goto(`/gyms/${gymSlug}`);
  await expect(page).toHaveTitle(`파도소리 짐 ${word} · 소라`);
  await expect(page.getByText("서울 양화로 45")).toBeVisible();
  await expect(main(page).getByRole("img", { name: "5점 만점에 4.5점" })).toBeVisible();
  const bars = page.getByRole("list", { name: "별점 분포" }).getByRole("listitem");
  await expect(bars).toContainText(["5점: 1개, 50%", "4점: 1개, 50%", "3점: 0개, 0%", "2점", "1점"]);

  const [newest, oldest] = [main(page).getByRole("article").first(), main(page).getByRole("article").last()];
  await expect(newest).toContainText("2026년 10월 3일");
  await expect(newest).toContainText("수정됨");
  await expect(newest.getByText("Patient and kind.")).toHaveAttribute("lang", "en");
  await expect(oldest).not.toContainText("수정됨");
  await expect(oldest.getByRole("heading", { name: "바다" })).toBeVisible();
  expect(await oldest.locator("p[lang=ko]").innerText()).toBe("첫째 줄\n\n셋째 줄");

  await newest.getByRole("link", { name: "한서연" }).click();
  await expect(page).toHaveURL(`/gyms/${gymSlug}/trainers/han`);
  await expect(page).toHaveTitle(`한서연 트레이너 · 파도소리 짐 ${word} · 소라`);
  await expect(main(page).getByRole("heading", { level: 1 })).toHaveText("한서연");
  await expect(main(page).getByRole("article")).toHaveCount(1);
  await expect(main(page).getByRole("img", { name: "5점 만점에 4.0점" })).toBeVisible();

  await page.getByRole("button", { name: "English" }).click();
  await expect(main(page).getByText("1 review", { exact: true })).toBeVisible();
  // There is only a Korean name: it is shown and marked as Korean.
  await expect(main(page).getByRole("heading", { level: 1 }).locator("[lang=ko]")).toHaveText("한서연");
  await main(page)
    .getByRole("link", { name: `Wave Gym ${word}` })
    .click();
  await expect(main(page).getByRole("heading", { level: 1 })).toHaveText(`Wave Gym ${word}`);
  await expect(main(page).getByText("October 3, 2026")).toBeVisible();
});

test("a search that arrives late does not replace what was typed after it was sent", async ({ page }) => {
  const word = newWord();
  await newGym({ word, name: "파도소리 짐" });
  await page.goto("/gyms");
  const search = page.getByRole("searchbox", { name: "헬스장, 역, 주소, 트레이너" });
  const arrive = Promise.withResolvers<void>();
  await page.route("**/gyms?q=*", async (route) => {
    await arrive.promise;
    await route.continue();
  });

  await search.fill(word);
  const sent = page.waitForRequest("**/gyms?q=*");
  await search.press("Enter");
  await sent;
  await search.fill(`${word} 부산`);
  arrive.resolve();

  await expect(gymNames(page)).toHaveText([`파도소리 짐 ${word}`]);
  await expect(search).toHaveValue(`${word} 부산`);
  await expect(search).toBeFocused();
});

test("a long review is collapsed and can be expanded; blank lines are removed, and all of it is in the page", async ({
  page,
}) => {
  const gymSlug = await newGym({ word: newWord() });
  const body = `첫째 줄${"\n".repeat(300)}${"조용해요.\n".repeat(40)}마지막 줄`;
  await publishReview({ gymSlug, stars: 5, body, at: day(1) });

  const response = await page.goto(`/gyms/${gymSlug}`);
  expect(await response!.text()).toContain("마지막 줄");
  const review = main(page).getByRole("article");
  expect((await review.boundingBox())!.height).toBeLessThan(700);
  await expect(review.getByText("마지막 줄")).toBeHidden();
  await review.getByText("더 보기").click();
  await expect(review.getByText("마지막 줄")).toBeVisible();
});

test("a visitor is asked to sign in before writing, and returns to the form", async ({ page }) => {
  const gymSlug = await newGym({ word: newWord() });
  await newTrainer(gymSlug, "han", "한서연");
  for (const [path, form] of [
    [`/gyms/${gymSlug}`, `/gyms/${gymSlug}/review`],
    [`/gyms/${gymSlug}/trainers/han`, `/gyms/${gymSlug}/review?trainer=han`],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText("아직 올라온 리뷰가 없어요")).toBeVisible();
    await main(page).getByRole("link", { name: "로그인하고 리뷰 쓰기" }).click();
    await expect(page).toHaveURL(`/signin?next=${encodeURIComponent(form)}`);
    await expect(main(page).getByRole("heading", { name: "로그인하고 리뷰를 써 볼까요" })).toBeVisible();
  }
  await page.goto(`/gyms/${gymSlug}?sort=lowest`);
  await page.getByRole("banner").getByRole("link", { name: "로그인" }).click();
  await expect(page).toHaveURL(`/signin?next=${encodeURIComponent(`/gyms/${gymSlug}?sort=lowest`)}`);
  await page.goto("/gyms/suggest");
  await expect(page).toHaveURL(`/signin?next=${encodeURIComponent("/gyms/suggest")}`);
});

test("a member gets directly to the form of a review", async ({ memberPage: page }) => {
  const gymSlug = await newGym({ word: newWord() });
  await page.goto(`/gyms/${gymSlug}`);
  await main(page).getByRole("link", { name: "리뷰 쓰기", exact: true }).click();
  await expect(page).toHaveURL(`/gyms/${gymSlug}/review`);
});

test("invalid values in the URL count as absent, and what does not exist is not found", async ({ page }) => {
  const gymSlug = await newGym({ word: newWord() });
  for (const path of [
    "/gyms?q=%00&sort=best&page=-3",
    "/gyms?page=99999&q=a&q=b",
    `/gyms/${gymSlug}?sort=x&after=4.z&before=%00&trainer=%00`,
  ])
    expect((await page.goto(path))?.status(), path).toBe(200);
  for (const path of [
    "/gyms/nowhere",
    "/gyms/%00",
    "/gyms/%ED%97%AC%EC%8A%A4",
    `/gyms/${gymSlug}/trainers/nobody`,
    "/gyms/nowhere/trainers/nobody",
  ])
    expect((await page.goto(path))?.status(), path).toBe(404);
});

test("everything in the header fits on small phones", async ({ page, browser, baseURL }) => {
  const member = await browser.newContext({ baseURL, locale: "ko-KR" });
  const memberPage = await member.newPage();
  await memberPage.goto("/signup");
  await sendCredentials(memberPage, newCredentials());
  await memberPage.waitForURL(/\/diary/);

  for (const someone of [page, memberPage]) {
    await someone.goto("/gyms");
    for (const language of ["English", "한국어"]) {
      for (const width of [390, 360, 320]) {
        await someone.setViewportSize({ width, height: 700 });
        const overflow = await someone.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${language} at ${width}`).toBe(0);
        const boxes = await someone
          .getByRole("banner")
          .locator("a, button")
          .evaluateAll((elements) =>
            elements
              .filter((element) => element.checkVisibility())
              .map((element) => element.getBoundingClientRect())
              .map(({ left, right, height }) => ({ left, right, height })),
          );
        const visible = boxes.filter(({ height }) => height > 0).toSorted((a, b) => a.left - b.left);
        expect(visible.length).toBeGreaterThan(2);
        for (const [index, { left, right }] of visible.entries()) {
          expect(right, `${language} at ${width}`).toBeLessThanOrEqual(width);
          expect(left, `${language} at ${width}`).toBeGreaterThanOrEqual(
            (visible[index - 1]?.right ?? 0) - 1,
          );
        }
      }
      await someone.getByRole("button", { name: language }).click();
      await expect(someone.locator("html")).toHaveAttribute("lang", language === "English" ? "en" : "ko");
    }
  }
  await member.close();
});
