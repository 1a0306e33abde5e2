import { setTimeout as sleep } from "node:timers/promises";

import type { randomFrom } from "../seeded-random.ts";
import { hiddenFields } from "../hidden-fields.ts";
import { type AcceptedReply, type Member, type Page, newPage, settlePage } from "./history.ts";
import { readStream } from "./read-stream.ts";
import { pageText, reviewOf } from "./texts.ts";

const patienceMs = 6_000;
const readingMs = 30_000;

type World = {
  urls: string[];
  gymSlugs: string[];
  random: ReturnType<typeof randomFrom>;
  nextText: () => number;
  count: (what: string) => void;
  /** Reports a violation that is visible during the run. */
  report: (violation: string) => void;
};

type Saved = { entry?: { body: string; updatedAt: string } };

/** One member who acts sequentially, like a person with one tab, on any server. */
export class Client {
  readonly #member: Member;
  readonly #world: World;
  readonly #reading: Promise<unknown>[] = [];

  constructor(member: Member, world: World) {
    this.#member = member;
    this.#world = world;
  }

  async actOnce(): Promise<void> {
    const { random } = this.#world;
    const dice = random.below(20);
    const date = `2026-10-${String(1 + random.below(6)).padStart(2, "0")}`;
    if (dice < 8) await this.savePage(date);
    else if (dice < 14) await this.askForReply(date);
    else if (dice < 15) await this.#stopReply();
    else if (dice < 16) await this.deletePage(date);
    else if (dice < 19) await this.sendReview(random.pick(this.#world.gymSlugs)!, this.#world.nextText());
    else await this.#readPages();
  }

  async leave(): Promise<void> {
    await Promise.allSettled(this.#reading);
  }

  /** @returns null without an answer, or for 5xx, which acknowledges nothing */
  async #call(path: string, init: RequestInit = {}, waitMs = patienceMs): Promise<Response | null> {
    const url = this.#world.random.pick(this.#world.urls)! + path;
    const headers = { cookie: this.#member.cookie, ...init.headers };
    const signal = AbortSignal.timeout(waitMs);
    const response = await fetch(url, { redirect: "manual", ...init, headers, signal }).catch(() => null);
    if (response && response.status < 500) return response;
    await sleep(100 + this.#world.random.below(200)); // a person does not retry ten times a second
    return null;
  }

  async #json<Body>(
    path: string,
    method: string,
    body?: object,
  ): Promise<{ status: number; body: Body } | null> {
    const init = { method, ...(body && { body: JSON.stringify(body), headers: jsonType }) };
    const response = await this.#call(path, init);
    if (!response) return null;
    const text = await response.text().catch(() => null); // the answer was cut off
    return text === null ? null : { status: response.status, body: JSON.parse(text || "{}") as Body };
  }

  async savePage(date: string): Promise<Page> {
    const { random, nextText, count } = this.#world;
    const page = this.#member.pages.get(date) ?? newPage(date);
    this.#member.pages.set(date, page);
    const text = pageText(this.#member.name, nextText(), 15 + random.below(50));
    page.sent.add(text);
    page.possible.add(text);
    const saved = await this.#json<Saved & { error?: { code: string; entry: Saved["entry"] } }>(
      `/api/diary/${date}`,
      "PUT",
      { body: text, baseUpdatedAt: page.updatedAt },
    );
    count(`save ${saved?.status ?? "unanswered"}`);
    if (saved?.status === 200 || saved?.status === 201) settlePage(page, text, saved.body.entry!.updatedAt);
    else if (saved?.status === 409) await this.#lookAgain(page);
    else page.unanswered.add(text);
    return page;
  }

  /** After a conflict: the page must have one of its possible texts. */
  async #lookAgain(page: Page): Promise<void> {
    const seen = await this.#json<Saved>(`/api/diary/${page.date}`, "GET");
    if (seen?.status !== 200 && seen?.status !== 404) return;
    const { body = null, updatedAt = null } = seen.body.entry ?? {};
    if (!page.possible.has(body))
      this.#world.report(`${this.#member.name}: ${page.date} has a text that it can not have`);
    settlePage(page, body, updatedAt);
  }

  async deletePage(date: string): Promise<void> {
    const page = this.#member.pages.get(date);
    if (!page) return;
    page.possible.add(null);
    for (const reply of this.#member.replies.values()) reply.mayBeDeleted ||= reply.date === date;
    const deleted = await this.#json(`/api/diary/${page.date}`, "DELETE");
    this.#world.count(`delete ${deleted?.status ?? "unanswered"}`);
    if (deleted?.status === 204 || deleted?.status === 404) settlePage(page, null, null);
    else page.mayBeDeletedLate = true;
  }

  async askForReply(date: string): Promise<void> {
    const { random, count } = this.#world;
    const page = this.#member.pages.get(date) ?? (await this.savePage(date));
    const body = JSON.stringify({ tone: random.pick(["T", "F"]) });
    const init = { method: "POST", body, headers: jsonType };
    const response = await this.#call(`/api/diary/${page.date}/replies`, init, readingMs);
    count(`ask ${response?.status ?? "unanswered"}`);
    if (!response) this.#member.unansweredRequests += 1;
    const id = response?.headers.get("x-reply-id");
    if (response?.status !== 200 || !id) return;
    const known = this.#member.replies.get(id);
    const reply: AcceptedReply = known ?? {
      id,
      date: page.date,
      isStopRequested: false,
      mayBeDeleted: page.mayBeDeletedLate,
      readWhole: null,
      read: new Map(),
    };
    this.#member.replies.set(id, reply);
    const leaveAfterChars = random.below(3) === 0 ? random.below(200) : Infinity;
    this.#reading.push(this.#read(response, reply, leaveAfterChars));
    // A person waits for the first words.
    await sleep(random.below(500));
  }

  /** Continues on another server after a lost connection. */
  async #read(response: Response, reply: AcceptedReply, leaveAfterChars: number): Promise<void> {
    let hasEnded = await readStream(response, reply, leaveAfterChars);
    for (let tries = 0; !hasEnded && leaveAfterChars === Infinity && tries < 20; tries += 1) {
      await sleep(500);
      const again = await this.#call(`/api/replies/${reply.id}/stream`, {}, readingMs);
      if (again?.status === 204 || again?.status === 404) return;
      if (again?.status === 200) hasEnded = await readStream(again, reply);
    }
  }

  async #stopReply(): Promise<void> {
    const reply = this.#world.random.pick([...this.#member.replies.values()].slice(-3));
    if (!reply) return;
    reply.isStopRequested = true;
    const stopped = await this.#json(`/api/replies/${reply.id}/stop`, "POST");
    this.#world.count(`stop ${stopped?.status ?? "unanswered"}`);
  }

  /**
   * Sends the review text `text`, or edits the member's review into it.
   * @returns whether it was accepted
   */
  async sendReview(gymSlug: string, text: number): Promise<boolean> {
    const { count } = this.#world;
    const path = `/gyms/${gymSlug}/review`;
    const page = await this.#call(path);
    const html = await page?.text().catch(() => null);
    // A page that was cut off has no complete form.
    if (page?.status !== 200 || !html?.includes("</html>")) {
      count(`form ${page?.status ?? "unanswered"}`);
      return false;
    }
    const { body } = reviewOf(text);
    const form = new FormData();
    for (const [name, value] of hiddenFields(html)) form.append(name, value);
    for (const [name, value] of Object.entries({ stars: "4", body, trainer: "" })) form.append(name, value);

    const review = this.#member.reviews.get(gymSlug) ?? {
      gymSlug,
      possible: new Set(),
      isAcknowledged: false,
    };
    this.#member.reviews.set(gymSlug, review);
    review.possible.add(body);
    const answer = await this.#call(path, { method: "POST", body: form });
    await answer?.arrayBuffer().catch(() => null);
    count(`review ${answer?.status ?? "unanswered"}`);
    if (answer?.status !== 303) return false;
    review.isAcknowledged = true;
    review.possible = new Set([body]);
    return true;
  }

  async #readPages(): Promise<void> {
    const read = await this.#json("/api/diary?limit=10", "GET");
    this.#world.count(`list ${read?.status ?? "unanswered"}`);
  }
}

const jsonType = { "content-type": "application/json" };
