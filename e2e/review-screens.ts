import { type Locator, type Page, expect } from "@playwright/test";
import { signUp } from "./fixtures.ts";
import { inDatabase } from "./support/database.ts";
import { newGym, newTrainer, newWord } from "./support/gyms.ts";

const words = {
  ko: {
    star: (stars: number) => new RegExp(`^별 ${stars}개:`),
    body: "리뷰",
    send: /^(리뷰|고친 리뷰) 보내기$/,
    pending: "확인하고 있어요",
    approved: "공개됐어요",
    rejected: "공개되지 않았어요",
    held: "사람이 살펴보고 있어요",
    failed: "확인이 늦어지고 있어요",
    edit: "고치기",
    delete: "지우기",
    confirmDelete: "리뷰 지우기",
    appeal: "이의 제기하기",
    appealText: "왜 공개되어야 하나요?",
    sendAppeal: "이의 보내기",
    appealed: "이의를 제기했어요",
  },
  en: {
    star: (stars: number) => new RegExp(`^${stars} stars?:`),
    body: "Your review",
    send: /^Send (edited )?review$/,
    pending: "Being checked",
    approved: "Published",
    rejected: "Not published",
    held: "A person is looking at it",
    failed: "Checking takes longer",
    edit: "Edit",
    delete: "Delete",
    confirmDelete: "Delete review",
    appeal: "Appeal",
    appealText: "Why should it be published?",
    sendAppeal: "Send appeal",
    appealed: "Your appeal was sent",
  },
};

type State = "pending" | "approved" | "rejected" | "held" | "failed";

/** A new gym with a trainer, and a unique word for its texts. */
export async function newPlace() {
  const word = newWord();
  const slug = await newGym({ word: newWord(), nameEn: "Wave Gym", districtEn: "Mapo-gu" });
  await newTrainer(slug, "han", "한서연");
  return { slug, word };
}

/** Page object of a review's form and card, in Korean or in English. */
export class ReviewScreens {
  readonly page: Page;
  readonly words: (typeof words)["ko" | "en"];
  readonly main: Locator;
  readonly body: Locator;
  readonly send: Locator;
  readonly card: Locator;

  constructor(page: Page, locale: "ko" | "en" = "ko") {
    this.page = page;
    this.words = words[locale];
    this.main = page.getByRole("main");
    this.body = this.main.getByRole("textbox", { name: this.words.body, exact: true });
    this.send = this.main.getByRole("button", { name: this.words.send });
    this.card = this.main
      .getByRole("article")
      .filter({ has: page.getByRole("link", { name: this.words.edit }) });
  }

  async open(slug: string, trainer?: string) {
    await this.page.goto(`/gyms/${slug}/review${trainer ? `?trainer=${trainer}` : ""}`);
  }

  star(stars: number): Locator {
    return this.main.getByRole("radio", { name: this.words.star(stars) });
  }

  async fill(stars: number, text: string) {
    // The radio itself is visually hidden: people press its star.
    await this.star(stars).check({ force: true });
    await this.body.fill(text);
  }

  /** Sends the form and waits for the place's page. */
  async submit(slug: string) {
    await this.send.click();
    await this.page.waitForURL((url) => new RegExp(`^/gyms/${slug}(/trainers/[^/]+)?$`).test(url.pathname));
  }

  async write(slug: string, stars: number, text: string) {
    await this.open(slug);
    await this.fill(stars, text);
    await this.submit(slug);
  }

  async expectState(state: State, timeout = 20_000) {
    await expect(this.card.getByRole("status").first()).toContainText(this.words[state], { timeout });
  }

  /** For a page without script. */
  async reloadUntil(state: State) {
    await expect(async () => {
      await this.page.reload();
      await this.expectState(state, 300);
    }).toPass({ timeout: 20_000 });
  }
}

/** The number of a gym's reviews and of their revisions in the database. */
export async function countReviews(slug: string) {
  const [row] = await inDatabase<{ reviews: number; revisions: number }>(
    `SELECT count(DISTINCT review.id)::int AS reviews, count(revision.id)::int AS revisions
       FROM gym JOIN review ON review.gym_id = gym.id JOIN review_revision revision ON revision.review_id = review.id
      WHERE gym.slug = $1`,
    [slug],
  );
  return row;
}

/** A visitor and another member, neither of whose pages may contain a text. */
export async function newStrangers(page: Page) {
  const browser = page.context().browser()!;
  const strangers = [await browser.newPage(), await browser.newPage()];
  await signUp(strangers[1]!);
  return {
    async expectUnseen(path: string, text: string) {
      for (const stranger of strangers) {
        const html = await (await stranger.goto(path))!.text();
        // Keeps the page out of the failure message.
        expect(html.includes(text), `${path} holds "${text}"`).toBe(false);
      }
    },
    async close() {
      for (const stranger of strangers) await stranger.close();
    },
  };
}
