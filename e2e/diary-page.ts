import { type Locator, type Page, expect } from "@playwright/test";

export type Tone = "T" | "F";

/** Page object of the diary, in Korean or in English. */
export class DiaryPage {
  readonly page: Page;
  readonly paper: Locator;
  readonly saveState: Locator;
  readonly send: Locator;
  /** The text of a page with replies, before it is edited again. */
  readonly read: Locator;
  readonly writeOn: Locator;

  constructor(page: Page) {
    this.page = page;
    this.paper = page.getByRole("textbox", { name: /의 일기$|^Diary of / });
    this.saveState = page.getByRole("status", { name: /^(저장 상태|Saving)$/ });
    this.read = page.getByRole("region", { name: /의 일기$|^Diary of / });
    this.writeOn = page.getByRole("button", { name: /^(이어 쓰기|Write on)$/ });
    this.send = page.getByRole("button", { name: /^(소라에게 보내기|Send to Sora)$/ });
  }

  async write(text: string): Promise<void> {
    await this.paper.fill(text);
    await this.expectSaved();
  }

  async expectSaved(): Promise<void> {
    await expect(this.saveState).toContainText(/저장했어요|Saved at/);
  }

  /** Checks the real radio button, and sends. */
  async ask(tone: Tone): Promise<void> {
    await this.page.getByRole("radio", { name: new RegExp(`^${tone} ·`) }).check({ force: true });
    await this.send.click();
  }

  reply(tone: Tone): Locator {
    return this.page.getByRole("article", { name: new RegExp(`^${tone}(의 답장|’s answer)$`) });
  }

  async expectWhole(tone: Tone): Promise<void> {
    await expect(this.reply(tone)).toHaveAttribute("aria-busy", "false", { timeout: 20_000 });
  }

  async expectBegun(tone: Tone): Promise<void> {
    await expect(this.text(tone)).toHaveText(/.{6,}/s);
  }

  /** The reply without its heading and buttons. */
  text(tone: Tone): Locator {
    return this.reply(tone).locator("[lang]").first();
  }

  /** All of the saved reply is shown, and nothing else. */
  async expectShown(tone: Tone, saved: { text: string }): Promise<void> {
    await expect.poll(async () => lettersOf(await this.text(tone).innerText())).toBe(lettersOf(saved.text));
  }

  stop(tone: Tone): Locator {
    return this.reply(tone).getByRole("button", { name: /^(멈추기|Stop)$/ });
  }

  askAgain(tone: Tone): Locator {
    return this.reply(tone).getByRole("button", { name: /다시 묻기|다시 보내기|again$/ });
  }
}

/** Only letters, which Markdown text and its rendering have in common. */
const lettersOf = (text: string) => text.replaceAll(/^\s*(\d+\.|[-*])\s+/gm, "").replaceAll(/[*_`\s]/g, "");

type SavedReply = { id: string; tone: Tone; status: string; text: string; failure: string | null };

/** Read through the API as the page's member. */
export async function savedReplies(page: Page, date: string): Promise<SavedReply[]> {
  const response = await page.request.get(`/api/diary/${date}`);
  return (await response.json()).replies;
}
