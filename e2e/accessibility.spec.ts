import { DiaryPage } from "./diary-page.ts";
import { admin, expect, signIn, test, testInWholeBrowser } from "./fixtures.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { newGym, newTrainer, newWord, publishReview } from "./support/gyms.ts";
import { newPlace, ReviewScreens } from "./review-screens.ts";
import { releaseModel } from "./support/model-control.ts";
import { tell } from "./support/notices.ts";

test.use({ reducedMotion: "reduce" });
test.describe.configure({ timeout: 120_000 }); // up to ten screens, each checked by axe in both themes

test("axe finds nothing on the pages before sign-in @phone", async ({ page }) => {
  for (const path of ["/", "/signup", "/signin", "/nowhere"]) {
    await page.goto(path);
    await expectAccessible(page);
  }
});

test("axe finds nothing on a form with errors @phone", async ({ page }) => {
  await page.goto("/signup");
  await page.getByLabel("이메일").fill("not-an-address");
  await page
    .getByRole("main")
    .locator("form")
    .last()
    .evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await page.getByRole("main").getByRole("button", { name: "시작하기" }).click();
  await expect(page.getByText("이메일 주소를 다시 확인해 주세요.")).toBeVisible();
  await expectAccessible(page);
});

testInWholeBrowser(
  "axe finds nothing in the notices, the bell and what is pushed @phone",
  async ({ memberPage: page, member }) => {
    await page.goto("/notices");
    await expectAccessible(page);
    await tell(member.email, "approved", "rejected", "held", "delayed", "asked", "upheld", "reply");
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(7);
    await expectAccessible(page);
    await page.goto("/settings");
    await expect(page.getByRole("button", { name: "이 기기에서 푸시 알림 켜기" })).toBeVisible();
    await tell(member.email, "held");
    await expect(page.getByRole("link", { name: "알림, 안 읽음 1" })).toBeVisible();
    await expectAccessible(page);
  },
);

test("axe finds nothing in the diary, from the empty page to the complete reply @phone", async ({
  memberPage: page,
}) => {
  await expectAccessible(page);
  const diary = new DiaryPage(page);
  await page.request.put("/api/diary/2026-09-01", { data: { body: "지난 날" } });
  await diary.write("다 끝내고 싶고 죽고 싶다는 생각이 든다. [[model delay=100 rate=5 tokens=400]]");
  await expectAccessible(page);
  await diary.ask("T");
  await diary.expectBegun("T");
  await expectAccessible(page);
  await diary.stop("T").click();
  await diary.expectWhole("T");
  await page.reload();
  await expectAccessible(page);
  await page.goto("/diary/2026-09-01");
  await expectAccessible(page);
  await page.goto("/settings");
  await expectAccessible(page);
});

// On some runs axe does not return from the form, even on an idle machine. The cause is unknown.
test("axe finds nothing in a review's form and in each of its states @phone", async ({
  memberPage: page,
}) => {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page);
  await page.goto("/me/reviews");
  await expectAccessible(page);
  await review.open(slug);
  await page.getByText("개인정보", { exact: true }).click();
  await expectAccessible(page);
  await review.send.click();
  await expect(page.getByText("별점을 골라 주세요.")).toBeVisible();
  await expectAccessible(page);

  await review.fill(4, `기구가 넉넉하고 조용해요. ${word} [[model until=${word}]]`);
  await review.submit(slug);
  await review.expectState("pending");
  await expectAccessible(page);
  await releaseModel(word);
  await review.expectState("approved");
  await expectAccessible(page);
  await review.card.getByRole("link", { name: "지우기" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);

  const edited = await page.context().newPage();
  await review.open(slug);
  await new ReviewScreens(edited).write(slug, 2, `카더라 통신이지만 관리가 안 된대요. ${word}`);
  await new ReviewScreens(edited).expectState("held");
  await expectAccessible(edited);
  await review.fill(1, `카운터에 멍청한 직원이 있어요. ${word}`);
  await review.send.click();
  await expect(page.getByRole("group", { name: "여기서 쓴 글" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "여기서 쓴 글로 보내기" }).click();
  await page.waitForURL(`/gyms/${slug}`);
  await review.expectState("rejected");

  await page.goto("/me/reviews");
  await review.card.getByText("이의 제기하기", { exact: true }).click();
  await expectAccessible(page);
  // The page for a browser without JavaScript.
  const formId = await review.card.locator("form[id^=appeal-]").getAttribute("id");
  await page.goto(`/me/appeals/${formId!.replace("appeal-", "")}`);
  await expectAccessible(page);
  await review.main.getByRole("textbox", { name: "왜 공개되어야 하나요?" }).fill("말투를 두고 쓴 것이에요.");
  await review.main.getByRole("button", { name: "이의 보내기" }).click();
  await expect(review.card.getByText("이의를 제기했어요")).toBeVisible();
  await expectAccessible(page);
});

test("axe finds nothing among the gyms @phone", async ({ page }) => {
  const word = newWord();
  const gym = await newGym({ word });
  for (let n = 0; n < 12; n += 1) await newGym({ word });
  await newTrainer(gym, "han", "한서연");
  for (let n = 0; n < 21; n += 1) {
    const review = { stars: 1 + (n % 5), body: "아침에 한산해요.\n좋아요.", isEdited: n % 2 === 0 };
    await publishReview({
      gymSlug: gym,
      trainerSlug: n % 3 ? "han" : undefined,
      ...review,
      at: new Date(),
    });
  }
  for (const path of [
    `/gyms?q=${word}`,
    `/gyms?q=${word}+nowhere`,
    `/gyms/${gym}`,
    `/gyms/${gym}?sort=lowest&trainer=han`,
    `/gyms/${gym}/trainers/han`,
  ]) {
    await page.goto(path);
    await expectAccessible(page);
  }
});

test("axe finds nothing where gyms are suggested and managed @phone", async ({ memberPage, page }) => {
  const word = newWord();
  const gym = await newGym({ word });
  await newTrainer(gym, "han", "한서연");
  await memberPage.goto(`/gyms/suggest?gym=${gym}`);
  const send = memberPage.getByRole("button", { name: "보내기" });
  await send.click();
  await expect(memberPage.getByText("어떤 곳인지 적어 주세요.")).toBeVisible();
  await expectAccessible(memberPage);
  await memberPage.getByLabel("어떤 곳, 누구인가요?").fill(`김나은 트레이너 ${word}`);
  await send.click();
  await expect(memberPage.getByText("고마워요, 잘 받았어요")).toBeVisible();
  await expectAccessible(memberPage);

  await page.context().clearCookies();
  await signIn(page, admin);
  for (const path of [`/admin/gyms?q=${word}`, `/admin/gyms/${gym}`, `/admin/gyms/${gym}/trainers/han`]) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await page.goto("/admin/gyms/new");
  await page.getByRole("main").getByRole("button", { name: "저장" }).click();
  await expect(page.getByText("꼭 적어야 해요.").first()).toBeVisible();
  await expectAccessible(page);
});
