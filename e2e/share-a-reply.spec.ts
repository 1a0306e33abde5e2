import type { Page } from "@playwright/test";

import { DiaryPage, savedReplies } from "./diary-page.ts";
import { expect, signIn, test, testInWholeBrowser, today } from "./fixtures.ts";
import { inDatabase } from "./support/database.ts";
import { expectAccessible } from "./support/expect-accessible.ts";
import { newAdminPage } from "./support/people.ts";

const body = "오늘은 아무것도 하기 싫었다. 창밖만 오래 봤다.";
const choice = (page: Page) => page.getByRole("checkbox", { name: "이 페이지와 답장을 팀에 보여 주기" });

test.use({ reducedMotion: "reduce" });

/** A page with a complete F reply. @returns the reply's id */
async function answeredPage(page: Page) {
  const diary = new DiaryPage(page);
  await diary.write(`${body} [[model delay=10 rate=500 tokens=30]]`);
  await diary.ask("F");
  await diary.expectWhole("F");
  const [reply] = await savedReplies(page, today());
  return { diary, replyId: reply!.id };
}

const readings = async (replyId: string) =>
  (
    await inDatabase<{ count: number }>(
      "SELECT count(*)::int AS count FROM audit_event WHERE kind = 'SHARED_REPLY_READ' AND subject_id = $1",
      [replyId],
    )
  )[0]!.count;

testInWholeBrowser(
  "a member shows the team one page and its reply, and takes them back",
  { tag: "@phone-only" },
  async ({ memberPage: page }) => {
    test.slow();
    const { diary, replyId } = await answeredPage(page);
    await expect(choice(page)).toBeHidden();
    await diary.reply("F").getByRole("button", { name: "아쉬웠어요" }).click();
    await expect(choice(page)).not.toBeChecked();
    await expectAccessible(page);

    const team = await newAdminPage(page);
    expect((await team.goto(`/admin/feedback/${replyId}`))?.status()).toBe(404);

    await choice(page).click();
    await expect(page.getByText("팀에 보여 주기로 했어요. 고마워요.")).toBeVisible();
    await expect(choice(page)).toBeChecked();
    await page.reload();
    await expect(choice(page)).toBeChecked();

    await team.goto("/admin/feedback");
    await expectAccessible(team);
    expect(await readings(replyId)).toBe(0);
    await team.locator(`main a[href="/admin/feedback/${replyId}"]`).click();
    await expect(team.getByRole("region", { name: "그날의 페이지" })).toContainText(body);
    await expect(team.getByRole("region", { name: "F의 답장" })).toContainText(/[가-힣]/);
    await expect(team.getByRole("main")).not.toContainText("소라 님");
    expect(await readings(replyId)).toBe(1);
    await expectAccessible(team);

    await page.goto("/settings");
    await expect(page.getByRole("button", { name: "이 기기에서 푸시 알림 켜기" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: /F의 답장 거두기$/ }).click();
    await expect(page.getByText("보여 준 것이 없어요. 일기는 나만 볼 수 있어요.")).toBeVisible();

    expect((await team.reload())?.status()).toBe(404);
    await team.goto("/admin/feedback");
    await expect(team.locator(`main a[href="/admin/feedback/${replyId}"]`)).toHaveCount(0);
    expect(await readings(replyId)).toBe(1);
    await page.goto("/diary");
    await expect(choice(page)).not.toBeChecked();
    await team.context().close();
  },
);

test("changing the thumb ends the sharing", async ({ memberPage: page }) => {
  const { diary, replyId } = await answeredPage(page);
  await diary.reply("F").getByRole("button", { name: "아쉬웠어요" }).click();
  await choice(page).click();
  await expect(choice(page)).toBeChecked();
  await diary.reply("F").getByRole("button", { name: "좋았어요" }).click();
  await expect(choice(page)).toBeHidden();
  await expect
    .poll(() => inDatabase("SELECT FROM shared_reply WHERE reply_id = $1", [replyId]))
    .toHaveLength(0);
});

test("nobody else can share or see what a member shares", async ({ memberPage: page, browser }) => {
  const { diary, replyId } = await answeredPage(page);
  await diary.reply("F").getByRole("button", { name: "아쉬웠어요" }).click();
  await choice(page).click();
  await expect(choice(page)).toBeChecked();
  const share = `/api/replies/${replyId}/share`;

  const stranger = await browser.newContext();
  expect((await stranger.request.put(share)).status()).toBe(401);
  await signIn(await stranger.newPage(), { name: "Demo", email: "demo@sora.test", password: "sora-demo-1" });
  expect((await stranger.request.put(share)).status()).toBe(404);
  expect((await stranger.request.delete(share)).status()).toBe(200); // a no-op: the stranger has no such reply
  expect((await stranger.request.get(`/admin/feedback/${replyId}`)).status()).toBe(404);
  expect((await stranger.request.put("/api/replies/nonsense/share")).status()).toBe(404);
  const crossSite = await page.request.put(share, { headers: { origin: "http://evil.test" } });
  expect(crossSite.status()).toBe(403);
  expect(await inDatabase("SELECT FROM shared_reply WHERE reply_id = $1", [replyId])).toHaveLength(1);
  await stranger.close();
});
