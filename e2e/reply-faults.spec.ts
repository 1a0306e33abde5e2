import { DiaryPage, savedReplies } from "./diary-page.ts";
import { expect, test, today } from "./fixtures.ts";

const faults = [
  ["down", "status=500", /지금은 소라가 답장을 쓸 수 없어요/],
  ["refusing our key", "status=401", /소라를 고치고 있어요/],
  ["busy", "status=429 retry-after=0", /답장을 기다리는 사람이 많아요/],
  ["silent", "hang", /너무 오래 걸려서 받지 못했어요/],
  ["silent in mid-reply", "rate=50 hang=10", /너무 오래 걸려서 여기까지만/],
  ["cut in mid-reply", "rate=50 cut=12", /답장이 오다가 끊겼어요/],
  ["garbled", "rate=50 malformed=12", /알아볼 수 없게 도착했어요/],
  ["empty", "empty", /알아볼 수 없게 도착했어요/],
  ["failing in mid-reply", "rate=50 error=12", /지금은 소라가 답장을 쓸 수 없어요/],
  ["endless", "rate=20000 endless", /답장이 너무 길어져서/],
] as const;

for (const [name, behaviour, words] of faults) {
  test(`a model that is ${name}: explained in plain words; the page and the partial reply remain`, async ({
    memberPage: page,
  }) => {
    const diary = new DiaryPage(page);
    const body = `고장 난 밤의 일기. [[model delay=20 ${behaviour}]]`;
    await diary.write(body);
    await diary.ask("T");
    await expect(diary.reply("T").getByText(words).first()).toBeVisible({ timeout: 20_000 });
    await expect(diary.askAgain("T")).toBeEnabled();
    await expect(diary.paper).toHaveValue(body);

    const [saved] = await savedReplies(page, today());
    expect(saved!.status).toBe("FAILED");
    if (saved!.text) await diary.expectShown("T", saved!);
    await page.reload();
    await expect(diary.reply("T").getByText(words).first()).toBeVisible();
  });
}

test("after a fault, sending again answers", async ({ memberPage: page }) => {
  const diary = new DiaryPage(page);
  await diary.write(
    `한 번은 실패하는 밤. [[model delay=20 rate=200 cut=8 times=1 id=${crypto.randomUUID()}]]`,
  );
  await diary.ask("F");
  await expect(
    diary
      .reply("F")
      .getByText(/답장이 오다가 끊겼어요/)
      .first(),
  ).toBeVisible();
  await diary.askAgain("F").click();
  await diary.expectWhole("F");
  expect((await savedReplies(page, today())).map(({ status }) => status)).toEqual(["FAILED", "DONE"]);
});

test("a slow model is reported as slow, and still answers", async ({ memberPage: page }) => {
  const diary = new DiaryPage(page);
  await diary.write("오래 생각하는 밤. [[model delay=2500 rate=200]]");
  await diary.ask("T");
  await expect(diary.reply("T").getByText("T가 답장을 쓰고 있어요…").first()).toBeVisible();
  await diary.expectWhole("T");
  expect(await savedReplies(page, today())).toEqual([expect.objectContaining({ status: "DONE" })]);
});

test("a model that thinks first is shown as thinking, and only its answer is shown", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  await diary.write("생각이 많은 밤. [[model delay=20 rate=20 dialect=reasoning-content]]");
  await diary.ask("F");
  await expect(diary.reply("F").getByText("F가 쓰기 전에 생각하고 있어요.").first()).toBeVisible();
  await diary.stop("F").waitFor();
  await diary.expectBegun("F");
  await expect(diary.reply("F").getByText("F가 쓰기 전에 생각하고 있어요.")).toHaveCount(0);
  await expect(diary.reply("F")).not.toContainText("PRIVATE-NOTE");
});

test("a reply cut by the model's limit is marked, also after a reload, and can be requested again", async ({
  memberPage: page,
}) => {
  const diary = new DiaryPage(page);
  await diary.write("길게 쓰고 싶은 밤. [[model delay=20 rate=400 finish=length times=1]]");
  await diary.ask("T");
  const note = diary.reply("T").getByText(/한 번에 쓸 수 있는 길이가 여기까지예요/);
  await expect(note).toBeVisible();
  await page.reload();
  await expect(note).toBeVisible();
  expect((await savedReplies(page, today()))[0]).toMatchObject({ status: "DONE" });
  await diary.askAgain("T").click();
  await diary.expectWhole("T");
  await expect(note).toHaveCount(0);
});
