import type { Page } from "@playwright/test";
import { DiaryPage, savedReplies, type Tone } from "./diary-page.ts";
import { expect, test, today } from "./fixtures.ts";
import { modelCalls } from "./support/model-control.ts";

const slow = "[[model delay=300 rate=25 tokens=110]]";

/** A unique page, so that the model's calls for it can be counted. */
const uniquePage = (behaviour = slow) => `A day like no other ${crypto.randomUUID()}. ${behaviour}`;

/** Requests a reply to a unique page. Resolves at its first words. */
async function newReply(page: Page, tone: Tone, behaviour?: string) {
  const diary = new DiaryPage(page);
  const body = uniquePage(behaviour);
  await diary.write(body);
  await diary.ask(tone);
  await diary.expectBegun(tone);
  return { diary, body };
}

/** The reply is DONE and shown in full, after one model call. */
async function expectDone(page: Page, tone: Tone, body: string) {
  const [saved] = await savedReplies(page, today());
  expect(saved).toMatchObject({ status: "DONE" });
  await new DiaryPage(page).expectShown(tone, saved!);
  expect(await modelCalls(body.slice(0, 50))).toBe(1);
}

test("a tab closed in mid-reply: the complete reply is there when its writer returns", async ({
  memberPage: page,
}) => {
  const { body } = await newReply(page, "F");
  const next = await page.context().newPage();
  await page.close();

  await expect
    .poll(async () => (await savedReplies(next, today()))[0]?.status, { timeout: 20_000 })
    .toBe("DONE");
  await next.goto("/diary");
  await expectDone(next, "F", body);
});

test("a reload in mid-reply: the text continues where it was, with one model call", async ({
  memberPage: page,
}) => {
  const { diary, body } = await newReply(page, "T");
  const reloaded = await page.reload();
  expect(reloaded?.status()).toBe(200);
  await expect(diary.reply("T")).toHaveAttribute("aria-busy", "true");
  await diary.expectBegun("T");
  await diary.expectWhole("T");
  await expectDone(page, "T", body);
});

test("two tabs show the same reply, letter by letter, from one model call", async ({ memberPage: page }) => {
  const diary = new DiaryPage(page);
  const body = uniquePage();
  await diary.write(body);
  await diary.ask("F");
  const other = await page.context().newPage();
  await other.goto("/diary");
  const second = new DiaryPage(other);
  await diary.expectWhole("F");
  await second.expectWhole("F");
  expect(await second.text("F").innerText()).toBe(await diary.text("F").innerText());
  expect(await modelCalls(body.slice(0, 50))).toBe(1);
});

test("Stop ends a reply, and keeps what was written", async ({ memberPage: page }) => {
  const { diary } = await newReply(page, "T", "[[model delay=100 rate=20 tokens=900]]");
  await diary.stop("T").click();
  await diary.expectWhole("T");
  await expect(diary.reply("T").getByText("여기에서 멈췄어요.")).toBeVisible();
  const [saved] = await savedReplies(page, today());
  expect(saved!.status).toBe("STOPPED");
  expect(saved!.text.length).toBeGreaterThan(5);
});

test("a connection lost in mid-reply is restored", async ({ memberPage: page, context }) => {
  const { diary, body } = await newReply(page, "F", "[[model delay=100 rate=20 tokens=120]]");
  // Offline emulation does not close open streams: aborts this one, and its retries for a while.
  await page.route("**/api/replies/*/stream", (route) => route.abort());
  await page.evaluate(() => window.stop());
  await expect(
    diary
      .reply("F")
      .getByText(/연결이 끊겨서/)
      .first(),
  ).toBeVisible();
  await page.unroute("**/api/replies/*/stream");
  await context.setOffline(false);
  await diary.expectWhole("F");
  await expectDone(page, "F", body);
});

test("Hangul never appears in fragments, and the text only grows", async ({ memberPage: page }) => {
  const diary = new DiaryPage(page);
  await diary.write("바닷가를 오래 걸었다. 파도 소리가 좋았다. [[model delay=100 rate=30 tokens=90]]");
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const text = document.querySelector("article [lang]")?.textContent;
      if (text && text !== seen.at(-1)) seen.push(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await diary.ask("F");
  await diary.expectWhole("F");
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.length).toBeGreaterThan(10);
  for (const text of seen) expect(text).not.toMatch(/[\u1100-\u11ff\u3131-\u318e\ufffd]/);
  // Markdown marks may disappear (`**` before a word is bold). Nothing else may.
  const plain = seen.map((text) => text.replaceAll(/[*_\s]/g, ""));
  for (const [index, text] of plain.slice(1).entries())
    expect(text.startsWith(plain[index]!.slice(0, -2))).toBe(true);
});
