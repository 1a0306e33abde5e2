import { expect, onlyOn, test } from "./fixtures.ts";
import { countReviews, newPlace, newStrangers, ReviewScreens } from "./review-screens.ts";
import { inDatabase } from "./support/database.ts";
import { modelCalls, releaseModel } from "./support/model-control.ts";
import { endSession } from "./support/people.ts";

const good = {
  ko: (word: string) => `기구가 넉넉하고 아침에 조용해요. ${word}`,
  en: (word: string) => `Plenty of racks, and quiet in the morning. ${word}`,
};
const bad = {
  ko: (word: string) => `카운터에 멍청한 직원이 있어요. 다시는 안 가요. ${word}`,
  en: (word: string) => `The man at the desk is an idiot and I will not come back. ${word}`,
};

for (const locale of ["ko", "en"] as const) {
  test.describe(locale, onlyOn(locale === "ko" ? "phone" : "desktop"), () => {
    test.use({ locale: locale === "ko" ? "ko-KR" : "en-US" });

    test("a review is judged after it was sent, and its author sees it being published", async ({
      memberPage: page,
    }) => {
      const { slug, word } = await newPlace();
      const strangers = await newStrangers(page);
      const review = new ReviewScreens(page, locale);
      await review.open(slug);
      await expect(
        review.main.getByText(locale === "ko" ? /소라 이름으로 보여요/ : /Shown as 소라/),
      ).toBeVisible();
      await review.fill(4, `${good[locale](word)} [[model until=${word}]]`);
      await review.submit(slug);

      await review.expectState("pending");
      await expect(review.card).toContainText(good[locale](word));
      await strangers.expectUnseen(`/gyms/${slug}`, word);
      await strangers.close();
      await review.expectState("pending");

      await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
      await releaseModel(word);
      await review.expectState("approved");
      expect(await page.evaluate(() => "isSameDocument" in window)).toBe(true);
      await expect(review.main.getByText(locale === "ko" ? "리뷰 1개" : "1 review").first()).toBeVisible();

      const stranger = await page
        .context()
        .browser()!
        .newPage({ locale: locale === "ko" ? "ko-KR" : "en-US" });
      await stranger.goto(`/gyms/${slug}`);
      await expect(stranger.getByRole("main")).toContainText(good[locale](word));
      await expect(stranger.getByRole("link", { name: review.words.edit })).toHaveCount(0);
      await stranger.close();
      expect(await modelCalls(`until=${word}`)).toBe(1);
    });

    test("every rule is listed beside the form, with an explanation", async ({ memberPage: page }) => {
      const { slug } = await newPlace();
      const review = new ReviewScreens(page, locale);
      await review.open(slug);
      const rules = page.getByRole("complementary", {
        name: locale === "ko" ? "어떻게 확인하나요?" : "How is it checked?",
      });
      // Admins may change them. The built-in policy has twelve.
      expect(await rules.getByRole("listitem").count()).toBeGreaterThanOrEqual(10);
      const rule = rules.getByRole("listitem").first();
      await expect(rule.getByRole("paragraph")).toBeHidden();
      await rule.locator("summary").click();
      await expect(rule.getByRole("paragraph")).toHaveText(locale === "ko" ? /[가-힣]{2}/ : /[a-z]{3}/);
      await expect(rule.getByRole("paragraph")).toBeVisible();
    });

    test("a rejected review shows the rule and the words, and can be appealed", async ({
      memberPage: page,
    }) => {
      const { slug, word } = await newPlace();
      const strangers = await newStrangers(page);
      const review = new ReviewScreens(page, locale);
      await review.write(slug, 1, bad[locale](word));
      await review.expectState("rejected");
      await expect(review.card).toContainText(
        locale === "ko" ? "직원 괴롭힘과 인신공격" : "Harassment of staff",
      );
      await expect(review.card.locator("mark")).toHaveText(locale === "ko" ? "멍청한" : "idiot");
      await expect(review.card).toContainText(locale === "ko" ? /자동으로 정했어요/ : /Automatically, by AI/);
      await strangers.expectUnseen(`/gyms/${slug}`, word);

      await page.getByRole("button", { name: locale === "ko" ? "내 계정" : "Your account" }).click();
      await page
        .getByRole("link", { name: locale === "ko" ? "내 리뷰" : "Your reviews", exact: true })
        .click();
      await expect(page).toHaveURL("/me/reviews");
      await review.expectState("rejected");
      await review.card.getByText(review.words.appeal, { exact: true }).click();
      const appeal = review.card.getByRole("textbox", { name: review.words.appealText });
      await review.card.getByText(locale === "ko" ? "닫기" : "Close", { exact: true }).click();
      await expect(appeal).toBeHidden();
      await review.card.getByText(review.words.appeal, { exact: true }).click();
      await appeal.fill("짧아요");
      await review.card.getByRole("button", { name: review.words.sendAppeal }).click();
      await expect(appeal).toHaveAccessibleDescription(
        locale === "ko" ? /10자 이상.*결정마다 한 번/ : /at least 10.*once for each decision/,
      );
      await expect(appeal).toBeFocused();
      await expect(appeal).toHaveValue("짧아요");
      await appeal.fill("사람이 아니라 말투를 두고 쓴 것이에요. 다시 봐 주세요.");
      await review.card.getByRole("button", { name: review.words.sendAppeal }).click();
      await expect(review.card.getByText(review.words.appealed)).toBeVisible();
      await expect(review.card).toContainText("다시 봐 주세요");
      await expect(review.card.getByText(review.words.appeal, { exact: true })).toHaveCount(0);
      await strangers.close();
    });
  });
}

test("a text that breaks several rules shows all of them, with the words of each @phone-only", async ({
  memberPage: page,
}) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.write(slug, 1, `관장은 횡령범이에요. 데스크에는 멍청한 직원이 있고요. ${word}`);
  await review.expectState("rejected");
  await expect(review.card.locator("mark")).toHaveText(["횡령", "멍청한"]);
  const reasons = review.card.locator("dl");
  await expect(reasons.getByRole("definition").filter({ hasText: "확인되지 않은" })).toBeVisible();
  await expect(reasons).toContainText("또 어긋난 규칙");
  await expect(reasons.getByRole("definition").filter({ hasText: "직원 괴롭힘과 인신공격" })).toBeVisible();
  await page.goto("/notices");
  await expect(review.main.getByRole("listitem").first()).toContainText("확인되지 않은");
});

test("a review that the judge is unsure of waits for a person, visible to nobody", async ({
  memberPage: page,
}) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.write(slug, 2, `카더라 통신이지만 관리가 안 된대요. ${word}`);
  await review.expectState("held");
  const strangers = await newStrangers(page);
  await strangers.expectUnseen(`/gyms/${slug}`, word);
  await strangers.close();

  await page.goto("/notices");
  await review.main.getByRole("link", { name: /사람이 살펴보고 있어요/ }).click();
  await expect(page).toHaveURL(/\/me\/reviews#review-/);
  await expect(review.card).toHaveAttribute("aria-current", "true");
});

test("a review that can not be judged is shown as delayed, and is visible to nobody", async ({
  memberPage: page,
}) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.write(slug, 2, `${good.ko(word)} [[model status=500 id=${word}]]`);
  await review.expectState("failed");
  const strangers = await newStrangers(page);
  await strangers.expectUnseen(`/gyms/${slug}`, word);
  await strangers.close();
});

test("the answer does not wait for the model, and other tabs update", async ({ memberPage: page }) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  const tab = await page.context().newPage();
  await tab.goto(`/gyms/${slug}`);
  await expect(tab.getByText("아직 올라온 리뷰가 없어요")).toBeVisible();
  await review.open(slug);
  await review.fill(5, `${good.ko(word)} [[model until=${word}]]`);
  await review.submit(slug);
  await review.expectState("pending");
  await expect(review.main.getByRole("link", { name: "내 리뷰 고치기" })).toBeVisible();
  await releaseModel(word);
  await review.expectState("approved");
  await expect(tab.getByRole("heading", { name: "내 리뷰" })).toBeVisible();
  await expect(tab.getByText("아직 올라온 리뷰가 없어요")).toHaveCount(0);
});

test("while an edit is judged, and when it is rejected, the approved text remains published", async ({
  memberPage: page,
}) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.write(slug, 4, good.ko(word));
  await review.expectState("approved");

  await review.card.getByRole("link", { name: "고치기" }).click();
  await expect(review.body).toHaveValue(good.ko(word));
  await expect(review.star(4)).toBeChecked();
  await expect(review.main.getByText("그동안 공개된 글은 그대로 보여요")).toBeVisible();
  await review.fill(1, `${bad.ko(word)} [[model until=${word}]]`);
  await review.submit(slug);
  await review.expectState("pending");
  await expect(review.card).toContainText("전에 공개된 글이 그대로 보여요");
  const stranger = await page.context().browser()!.newPage();
  await stranger.goto(`/gyms/${slug}`);
  await expect(stranger.getByRole("main")).toContainText(good.ko(word));
  await expect(stranger.getByRole("main")).not.toContainText("멍청한");

  await releaseModel(word);
  await review.expectState("rejected");
  await expect(review.card).toContainText("전에 공개된 글은 그대로 보여요");
  await stranger.reload();
  await expect(stranger.getByRole("main")).toContainText(good.ko(word));

  await review.write(slug, 5, `샤워실을 새로 고쳐서 더 좋아졌어요. ${word}`);
  await review.expectState("approved");
  await stranger.reload();
  await expect(stranger.getByRole("main")).toContainText("샤워실을 새로 고쳐서");
  await expect(stranger.getByRole("main")).not.toContainText(good.ko(word));
  await expect(stranger.getByText("리뷰 1개").first()).toBeVisible();
  await stranger.close();
  expect(await countReviews(slug)).toEqual({ reviews: 1, revisions: 3 });
});

test("deleting needs a confirmation that names what is deleted, and unpublishes the review at once @phone-only", async ({
  memberPage: page,
}) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.write(slug, 4, good.ko(word));
  await review.expectState("approved");

  await review.card.getByRole("link", { name: "지우기" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("확인 결과, 이의까지 모두 지워져요");
  const here = page.url();
  await page.goBack();
  await expect(dialog).toBeHidden();
  expect(page.url()).toBe(here);
  await review.card.getByRole("link", { name: "지우기" }).click();
  await dialog.getByRole("button", { name: "그대로 두기" }).click();
  await expect(dialog).toBeHidden();
  await review.card.getByRole("link", { name: "지우기" }).click();
  await dialog.getByRole("button", { name: "리뷰 지우기" }).click();
  await expect(page.getByRole("status").filter({ hasText: "리뷰를 지웠어요." })).toBeVisible();
  await expect(review.card).toHaveCount(0);
  await expect(page).toHaveURL(`/gyms/${slug}`);
  await expect(review.main).not.toContainText(word);
  expect(await countReviews(slug)).toEqual({ reviews: 0, revisions: 0 });
  await page.goto("/me/reviews");
  await expect(page.getByText("아직 쓴 리뷰가 없어요")).toBeVisible();
  await expect(review.main.getByRole("link", { name: "헬스장 둘러보기" })).toBeVisible();
});

test("a trainer is reviewed separately from the gym, each once", async ({ memberPage: page }) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.open(slug);
  const title = review.main.getByRole("heading", { level: 1 });
  await expect(title).not.toContainText("한서연");
  await page.getByLabel("무엇에 대한 리뷰인가요?").selectOption({ label: "한서연" });
  await expect(title).toContainText("· 한서연 리뷰 쓰기");
  await expect(review.main.getByRole("link", { name: /· 한서연 페이지로/ })).toHaveAttribute(
    "href",
    `/gyms/${slug}/trainers/han`,
  );
  await review.fill(5, `자세를 꼼꼼하게 봐 주세요. ${word}`);
  await review.submit(slug);
  await expect(page).toHaveURL(`/gyms/${slug}/trainers/han`);
  await review.expectState("approved");

  await review.write(slug, 3, good.ko(word));
  await expect(review.card).toHaveCount(2);
  await expect(review.card.first()).toContainText("헬스장 리뷰");
  await review.open(slug, "han");
  await expect(review.body).toHaveValue(`자세를 꼼꼼하게 봐 주세요. ${word}`);
  await expect(page.getByLabel("무엇에 대한 리뷰인가요?")).toHaveCount(0);
});

test("a double click and two tabs make one review", async ({ memberPage: page }) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  const tab = await page.context().newPage();
  const second = new ReviewScreens(tab);
  for (const one of [review, second]) {
    await one.open(slug);
    await one.fill(4, `${good.ko(word)} [[model delay=300 id=${word}]]`);
  }
  await review.send.dblclick();
  await page.waitForURL(`/gyms/${slug}`);
  await second.submit(slug);
  await second.expectState("approved");
  await review.expectState("approved");
  expect(await countReviews(slug)).toEqual({ reviews: 1, revisions: 1 });
  expect(await modelCalls(`id=${word}`)).toBe(1);
});

test("two tabs with two texts: both are shown, and the author chooses @phone-only", async ({
  memberPage: page,
}) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.open(slug);
  const tab = await page.context().newPage();
  await new ReviewScreens(tab).write(slug, 2, `다른 창에서 먼저 쓴 글이에요. ${word}`);
  await tab.close();

  await review.fill(5, `이 창에서 나중에 쓴 글이에요. ${word}`);
  await review.send.click();
  const choice = page.getByRole("region", { name: "그사이 다른 창에서 이 리뷰가 바뀌었어요" });
  await expect(choice.getByRole("group", { name: "여기서 쓴 글" })).toHaveText(/이 창에서 나중에/);
  await expect(choice.getByRole("group", { name: "다른 창에서 보낸 글" })).toHaveText(/다른 창에서 먼저/);
  await expect(review.send).toBeHidden();

  await choice.getByRole("link", { name: "다른 창의 글로 바꾸기" }).click();
  await expect(review.body).toHaveValue(`다른 창에서 먼저 쓴 글이에요. ${word}`);
  await expect(review.star(2)).toBeChecked();
  await page.getByRole("button", { name: "되돌리기" }).click();
  await choice.getByRole("button", { name: "여기서 쓴 글로 보내기" }).click();
  await page.waitForURL(`/gyms/${slug}`);
  await review.expectState("approved");
  await expect(review.card).toContainText("이 창에서 나중에");
  expect(await countReviews(slug)).toEqual({ reviews: 1, revisions: 2 });
});

test("errors appear beside their fields, and the input is kept", async ({ memberPage: page }) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.open(slug);
  await review.body.fill("좋아요");
  await expect(review.main.getByText("7자 더 필요해요")).toBeVisible();
  await review.send.click();
  const stars = page.getByRole("radiogroup", { name: "별점" });
  await expect(stars).toHaveAccessibleDescription("별점을 골라 주세요.");
  await expect(stars).toBeFocused();
  await expect(review.body).toHaveAccessibleDescription(/10자 이상/);
  await expect(review.body).toHaveValue("좋아요");

  // Arrow keys move between the stars, as in any radio group.
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(review.star(3)).toBeChecked();
  await expect(stars).not.toHaveAttribute("aria-invalid");
  await review.body.fill("😀".repeat(12));
  await expect(review.body).not.toHaveAttribute("aria-invalid");
  await expect(review.main.getByText(/글자로도 적어 주세요 · 12/)).toBeVisible();
  await review.send.click();
  await expect(review.body).toHaveAccessibleDescription(/기호나 이모지만으로는/);
  await review.body.fill("가".repeat(2003));
  await review.send.click();
  await expect(review.body).toHaveAccessibleDescription(/2,000자까지.* 3자 넘쳤어요/);
  await expect(review.body).toHaveValue("가".repeat(2003));
  await review.body.fill(good.ko(word));
  await review.submit(slug);
  await review.expectState("approved");
});

test("what could not be sent is kept in the form, also for the next visit", async ({ memberPage: page }) => {
  await page.setViewportSize({ width: 390, height: 480 });
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.open(slug);
  await review.fill(3, good.ko(word));
  await page.context().setOffline(true);
  await review.send.click();
  await expect(page.getByRole("alert").filter({ hasText: "지금은 보내지 못했어요" })).toBeInViewport();
  await expect(review.body).toHaveValue(good.ko(word));
  await page.context().setOffline(false);

  await page.reload();
  await expect(page.getByText("보내지 않은 글을 다시 가져왔어요.")).toBeVisible();
  await expect(review.body).toHaveValue(good.ko(word));
  await expect(review.star(3)).toBeChecked();
  await page.getByRole("button", { name: "버리고 새로 쓰기" }).click();
  await expect(review.body).toHaveValue("");
  await review.fill(4, good.ko(word));
  await review.submit(slug);
  await review.expectState("approved");

  await review.open(slug);
  await expect(review.body).toHaveValue(good.ko(word));
  await expect(page.getByText("보내지 않은 글을 다시 가져왔어요.")).toHaveCount(0);
});

test("a session that ends while writing loses no text", async ({ memberPage: page, member }) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.open(slug);
  await review.fill(4, good.ko(word));
  await endSession(page);
  await review.send.click();
  await expect(
    page.getByRole("alert").filter({ hasText: "로그인이 끝나서 아직 보내지 못했어요" }),
  ).toBeVisible();
  await expect(review.body).toHaveValue(good.ko(word));
  await page.getByRole("link", { name: "다시 로그인하기" }).click();
  await page.getByLabel("이메일", { exact: true }).fill(member.email);
  await page.getByLabel("비밀번호", { exact: true }).fill(member.password);
  await review.main.getByRole("button", { name: "로그인", exact: true }).click();
  await expect(page).toHaveURL(`/gyms/${slug}/review`);
  await expect(review.body).toHaveValue(good.ko(word));
  await review.submit(slug);
  await review.expectState("approved");
});

test("a member over the limit sees when to continue, and keeps the text", async ({
  memberPage: page,
  member,
}) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.write(slug, 4, good.ko(word));
  await inDatabase(
    `UPDATE rate_limit SET points = 1000000
      WHERE key LIKE 'reviews:%' AND key LIKE '%' || translate(
        rtrim(encode(sha256((SELECT id::text FROM member WHERE email = $1)::bytea), 'base64'), '='), '+/', '-_')`,
    [member.email],
  );
  await review.open(slug);
  await review.fill(5, `한 번 더 고쳐 쓴 글이에요. ${word}`);
  await review.send.click();
  await expect(page.getByRole("alert").filter({ hasText: /\d+분 뒤에 다시 보내 주세요/ })).toBeVisible();
  await expect(review.body).toHaveValue(`한 번 더 고쳐 쓴 글이에요. ${word}`);
});

test("what is written before the script has loaded remains after it has", async ({ memberPage: page }) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await review.write(slug, 4, good.ko(word));
  await review.expectState("approved");

  let letScriptsIn = () => {};
  const scriptsMayCome = new Promise<void>((resolve) => (letScriptsIn = resolve));
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await scriptsMayCome;
    await route.continue();
  });
  await page.goto(`/gyms/${slug}/review`, { waitUntil: "commit" });
  const text = `스크립트보다 먼저 고쳐 쓴 글이에요. 조금 더 길게 썼어요. ${word}`;
  await review.fill(2, text);
  letScriptsIn();
  // Only the script updates the counter. Before, it shows the length of the text in the HTML.
  await expect(review.main.getByText(`${text.length} / 2,000`)).toBeVisible();
  await expect(review.body).toHaveValue(text);
  await expect(review.star(2)).toBeChecked();
  await review.submit(slug);
  await review.expectState("approved");
  await expect(review.card).toContainText("스크립트보다 먼저");
});
