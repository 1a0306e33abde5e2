import type { Page } from "@playwright/test";

import { expect, main, signIn, test } from "./fixtures.ts";
import { newPlace, ReviewScreens } from "./review-screens.ts";
import { inDatabase } from "./support/database.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { newModeratorPage } from "./support/people.ts";

const answer = (page: Page) => main(page).getByRole("textbox", { name: "글쓴이에게 보낼 답" });

/** The member's review, rejected by the word list, and their appeal. */
async function newAppeal(page: Page, more: { locale?: "ko" | "en" } = {}) {
  const { slug, word } = await newPlace();
  const review = new ReviewScreens(page, more.locale);
  await review.write(slug, 1, `카운터에 멍청한 직원이 있어요. 다시는 안 가요. ${word}`);
  await review.expectState("rejected");
  const text = `사람이 아니라 말투를 두고 쓴 것이에요. ${word}`;
  await page.goto("/me/reviews");
  await review.card.getByText(review.words.appeal, { exact: true }).click();
  await review.card.getByRole("textbox", { name: review.words.appealText }).fill(text);
  await review.card.getByRole("button", { name: review.words.sendAppeal }).click();
  await expect(review.card.getByText(review.words.appealed)).toBeVisible();
  const [row] = await inDatabase<{ id: string }>("SELECT id FROM appeal WHERE text = $1", [text]);
  return { slug, word, text, review, path: `/admin/appeals/${row!.id}` };
}

test("a moderator asks about an appeal and grants it after the answer, and the author is notified", async ({
  memberPage: page,
}) => {
  test.slow(); // two people, and ten seconds before the notice
  const { slug, word, text, review, path } = await newAppeal(page);
  const { page: moderator } = await newModeratorPage(page);
  await moderator.goto("/admin/appeals");
  await expect(moderator).toHaveTitle("이의 제기 · 소라");
  await expect(main(moderator).getByText(/건이 기다리고 있어요/)).toBeVisible();
  // Oldest first, and appeals of other tests may fill the page.
  await inDatabase("UPDATE appeal SET created_at = now() - interval '1 year' WHERE text = $1", [text]);
  const list = await moderator.context().newPage();
  await list.goto("/admin/appeals");
  const listed = main(list).getByRole("listitem").filter({ hasText: text });
  await moderator.goto(path);
  await expect(main(moderator)).toContainText(text);
  await expect(main(moderator).locator("mark")).toHaveText("멍청한");
  await expect(main(moderator)).toContainText("직원 괴롭힘과 인신공격");

  const question = main(moderator).getByRole("textbox", { name: "질문" });
  await main(moderator).getByRole("button", { name: "질문 보내기" }).click();
  await expect(question).toHaveAccessibleDescription("무엇이 궁금한지 적어 주세요.");
  await expect(question).toBeFocused();
  await question.fill("직원이 실제로 한 말이 있었나요?");
  await main(moderator).getByRole("button", { name: "질문 보내기" }).click();
  await expect(main(moderator).getByRole("listitem").last()).toContainText("직원이 실제로 한 말이 있었나요?");
  await expect(question).toHaveValue("");
  await expect(listed).toContainText("글쓴이의 답을 기다리고 있어요");
  await question.fill("또 궁금한 것이");

  // The author's open page shows it without a reload, and there is a notice.
  await expect(review.card.getByText("담당자가 물어본 것이 있어요")).toBeVisible();
  await page.goto("/notices");
  await main(page)
    .getByRole("link", { name: /리뷰의 이의 제기에 담당자가 물어본 것이 있어요/ })
    .click();
  await expect(page).toHaveURL(/\/me\/reviews#/);
  await review.card.getByRole("textbox", { name: "답" }).fill("네, 처음 온 사람에게 반말을 했어요.");
  await review.card.getByRole("button", { name: "답 보내기" }).click();
  await expect(review.card.getByText("이의를 제기했어요")).toBeVisible();
  await expect(review.card.getByRole("textbox")).toHaveCount(0);

  // The moderator's page updates without a reload too, and keeps what is being typed.
  await expect(main(moderator)).toContainText("네, 처음 온 사람에게 반말을 했어요.");
  await expect(question).toHaveValue("또 궁금한 것이");
  await expect(listed).toContainText("글쓴이가 답했어요");
  await main(moderator).getByRole("button", { name: "리뷰 공개하기" }).click();
  await expect(answer(moderator)).toHaveAccessibleDescription(/10자 이상/);
  await answer(moderator).fill("겪은 일을 쓴 것이라 공개할게요. 알려 주셔서 고마워요.");
  await main(moderator).getByRole("button", { name: "리뷰 공개하기" }).click();
  await expect(main(moderator).getByText("리뷰를 공개했어요.", { exact: false })).toBeVisible();

  // Ten seconds after the decision the author gets a notice, and the open page shows it.
  await review.expectState("approved");
  await expect(review.card).toContainText("겪은 일을 쓴 것이라 공개할게요.");
  await page.goto("/notices");
  await expect(main(page).getByRole("listitem").first()).toContainText("이의 제기를 받아들여");
  await moderator.goto(`/gyms/${slug}`);
  await expect(main(moderator)).toContainText(word);
  await moderator.goto("/admin/appeals?state=decided");
  await expect(main(moderator).getByRole("listitem").filter({ hasText: text })).toContainText("리뷰 공개");
  await moderator.context().close();
});

test("the moderator who took the first decision can not decide the appeal", async ({ memberPage: page }) => {
  const { path } = await newAppeal(page);
  const judge = await newModeratorPage(page, { name: "처음 본 사람" });
  await inDatabase(
    `UPDATE verdict SET decided_by = 'MODERATOR', moderator_id = (SELECT id FROM member WHERE email = $1)
      WHERE id = (SELECT verdict_id FROM appeal WHERE id = $2::uuid)`,
    [judge.email, path.split("/").at(-1)!],
  );
  await judge.page.goto(path);
  await expect(main(judge.page)).toContainText("처음 본 사람 님이 거절");
  await expect(main(judge.page).getByText("다른 담당자가 정해야 해요", { exact: false })).toBeVisible();
  await expect(main(judge.page).getByRole("textbox")).toHaveCount(0);
  await judge.page.context().close();

  const other = await newModeratorPage(page);
  await other.page.goto(path);
  await expect(answer(other.page)).toBeVisible();
  await inDatabase(`UPDATE member SET role = 'MEMBER' WHERE email = $1`, [other.email]);
  // The open page closes within seconds, and can not be opened again.
  await expect(other.page.getByRole("heading", { name: "여기엔 아무것도 없어요" })).toBeVisible({
    timeout: 15_000,
  });
  expect((await other.page.request.get(path)).status()).toBe(404);
  await other.page.context().close();
});

test.describe("before any script has loaded", () => {
  test.use({ javaScriptEnabled: false });

  test("an appeal is refused, and that decision undone @phone-only", async ({ memberPage: page, member }) => {
    const { slug, word } = await newPlace();
    const review = new ReviewScreens(page);
    await review.write(slug, 1, `카운터에 멍청한 직원이 있어요. 다시는 안 가요. ${word}`);
    await review.reloadUntil("rejected");
    await review.card.getByText(review.words.appeal, { exact: true }).click();
    const text = `말투를 두고 쓴 것이에요. 다시 봐 주세요. ${word}`;
    await review.card.getByRole("textbox", { name: review.words.appealText }).fill(text);
    await review.card.getByRole("button", { name: review.words.sendAppeal }).click();
    await expect(review.card.getByText(review.words.appealed)).toBeVisible();
    const [appeal] = await inDatabase<{ id: string }>("SELECT id FROM appeal WHERE text = $1", [text]);

    // The author as a moderator: their own appeal is for another moderator.
    await inDatabase(`UPDATE member SET role = 'MODERATOR' WHERE email = $1`, [member.email]);
    await page.goto(`/admin/appeals/${appeal!.id}`);
    await expect(main(page).getByText("내가 쓴 리뷰의 이의예요.", { exact: false })).toBeVisible();

    const { page: moderator } = await newModeratorPage(page, { javaScriptEnabled: false });
    await moderator.goto(`/admin/appeals/${appeal!.id}`);
    await answer(moderator).fill("짧아요");
    await main(moderator).getByRole("button", { name: "결정 유지하기" }).click();
    await expect(answer(moderator)).toHaveValue("짧아요");
    await answer(moderator).fill("직원 개인을 깎아내리는 말이라 그대로 둘게요.");
    await main(moderator).getByRole("button", { name: "결정 유지하기" }).click();
    await expect(main(moderator).getByText("결정을 그대로 두었어요.", { exact: false })).toBeVisible();
    await page.goto("/me/reviews");
    await expect(review.card).toContainText("직원 개인을 깎아내리는 말이라 그대로 둘게요.");

    await main(moderator).getByRole("button", { name: "이 답 되돌리기" }).click();
    await expect(answer(moderator)).toBeVisible();
    await page.reload();
    await expect(review.card).not.toContainText("그대로 둘게요.");
    await expect(review.card.getByText(review.words.appealed)).toBeVisible();
    await moderator.context().close();
  });

  test("a session that ended keeps the text of an answer, wherever it was written", async ({
    memberPage: page,
    member,
  }) => {
    const { slug, word } = await newPlace();
    const review = new ReviewScreens(page);
    await review.write(slug, 1, `카운터에 멍청한 직원이 있어요. 다시는 안 가요. ${word}`);
    await review.reloadUntil("rejected");
    await review.card.getByText(review.words.appeal, { exact: true }).click();
    await review.card.getByRole("textbox", { name: review.words.appealText }).fill(`다시 봐 주세요. ${word}`);
    await review.card.getByRole("button", { name: review.words.sendAppeal }).click();
    await expect(review.card.getByText(review.words.appealed)).toBeVisible();
    await inDatabase(
      `INSERT INTO appeal_message (id, appeal_id, is_from_moderator, text)
       SELECT gen_random_uuid(), id, true, '언제 다녀오셨어요?' FROM appeal WHERE text = $1`,
      [`다시 봐 주세요. ${word}`],
    );

    const box = main(page).getByRole("textbox", { name: "답" });
    const send = main(page).getByRole("button", { name: "답 보내기" });
    for (const path of [`/gyms/${slug}`, "/me/reviews"]) {
      await page.goto(path);
      await box.fill("지난주 토요일 아침이었어요.");
      await page.context().clearCookies({ name: /session-token/ });
      await send.click();
      await expect(page.getByRole("alert").filter({ hasText: "로그인이 끝나서" })).toBeVisible();
      await expect(box).toHaveValue("지난주 토요일 아침이었어요.");
      // Without a session neither the review nor its appeal is shown.
      await expect(main(page)).not.toContainText(word);
      await expect(main(page)).not.toContainText("언제 다녀오셨어요?");
      const [tab] = await Promise.all([
        page.context().waitForEvent("page"),
        page.getByRole("link", { name: "새 창에서 다시 로그인하기" }).click(),
      ]);
      await signIn(tab, member);
      await tab.close();
    }
    // After signing in, other errors appear at their fields.
    await box.fill("…");
    await send.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("담당자에게 답하기");
    await expect(page.locator("mark")).toHaveText("멍청한");
    await expect(main(page)).toContainText("언제 다녀오셨어요?");
    await expect(box).toHaveAccessibleDescription("답을 적어 주세요.");
    await box.fill("지난주 토요일 아침이었어요.");
    await send.click();
    await expect(page).toHaveURL("/me/reviews");
    await expect(review.card).toContainText("지난주 토요일 아침이었어요.");
    await expect(box).toHaveCount(0);
  });
});

test.describe("in English", () => {
  test.use({ locale: "en-US" });

  test("an appeal is complete in English", async ({ memberPage: page }) => {
    const { path } = await newAppeal(page, { locale: "en" });
    const { page: moderator } = await newModeratorPage(page, { locale: "en-US" });
    await moderator.goto(path);
    await expect(main(moderator).getByRole("button", { name: "Uphold the decision" })).toBeVisible();
    await expect(main(moderator)).toContainText("Harassment of staff");
    await moderator.context().close();
  });
});

test("axe finds nothing in appeals that are open, asked about and decided @phone", async ({
  memberPage: page,
  member,
}) => {
  test.slow(); // seven screens, each checked by axe
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { path, review } = await newAppeal(page);
  await inDatabase(
    `INSERT INTO appeal_message (id, appeal_id, is_from_moderator, text)
     VALUES (gen_random_uuid(), $1::uuid, true, '언제 다녀오셨어요?')`,
    [path.split("/").at(-1)!],
  );
  await page.reload();
  await expect(review.card.getByText("담당자가 물어본 것이 있어요")).toBeVisible();
  await expectAccessible(page);
  // The page for a browser without JavaScript.
  await page.goto(`/me/appeals/answer/${path.split("/").at(-1)!}`);
  await expect(main(page).getByRole("textbox", { name: "답" })).toBeVisible();
  await expectAccessible(page);

  // The author as a moderator, who may read it.
  await inDatabase(`UPDATE member SET role = 'MODERATOR' WHERE email = $1`, [member.email]);
  await page.goto("/admin/appeals");
  await expectAccessible(page);
  await page.goto(path);
  await expectAccessible(page);
  await inDatabase(
    `UPDATE appeal SET author_id = (SELECT id FROM member WHERE email = 'demo@sora.test') WHERE id = $1::uuid`,
    [path.split("/").at(-1)!],
  );
  await page.reload();
  await main(page).getByRole("button", { name: "리뷰 공개하기" }).click();
  await expect(answer(page)).toHaveAccessibleDescription(/10자 이상/);
  await expectAccessible(page);
  await page.goto("/admin/appeals?state=decided");
  await expectAccessible(page);
});
