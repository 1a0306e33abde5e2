import type { Feedback, Reply, Tone } from "@/lib/diary/schema";
import { type Day, type Refusal, saveFeedback, saveShared, stopReply } from "./diary-api";
import { type FollowEvent, askReply, followReply } from "./follow-reply";
import { waitForHope } from "./wait-for-hope";

export type ReplyStreamState = {
  /** Of one day and tone, oldest first. One without `endedAt` is being written. */
  replies: readonly Reply[];
  /** The question is on its way. */
  isAsking: boolean;
  /** The line broke; it comes back by itself. */
  isLost: boolean;
  /** The model thinks before it writes. */
  isThinking: boolean;
  isStopping: boolean;
  /** Why the last question was not taken, or the line not kept. */
  refusal: { code: string; retryAt: Date | null } | null;
};

/**
 * The replies to one day in one tone, and the line to the one being written. The text that grows is not part of the
 * state: whoever shows it looks at `text` as often as they paint, and nobody else is bothered.
 */
export class ReplyStream {
  text = "";
  /** When it last grew, or began. */
  lastTextAt = 0;

  readonly #day: Day;
  readonly #tone: Tone;
  readonly #listeners = new Set<() => void>();
  #state: ReplyStreamState;
  #line: AbortController | null = null;

  constructor({ day, tone, replies }: { day: Day; tone: Tone; replies: readonly Reply[] }) {
    this.#day = day;
    this.#tone = tone;
    this.#state = { replies: replies.filter((reply) => reply.tone === tone), ...atRest, refusal: null };
    this.text = this.#running?.text ?? "";
  }

  getSnapshot = (): ReplyStreamState => this.#state;

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Attaches to a reply that is being written, if there is one. */
  attach(): void {
    const running = this.#running;
    if (!running || this.#line) return;
    this.text = running.text;
    this.#set({ refusal: null });
    this.#follow((line) => followReply({ ...line, replyId: running.id, text: running.text }));
  }

  /** Leaves the line. The reply is written to its end all the same. */
  detach(): void {
    this.#line?.abort();
    this.#line = null;
    this.#set(atRest);
  }

  ask(): void {
    if (this.#line) return;
    this.text = "";
    this.#set({ isAsking: true, refusal: null });
    const knownIds = this.#state.replies.map(({ id }) => id);
    this.#follow((line) => askReply({ ...line, tone: this.#tone, knownIds }));
  }

  /** Asks the writer to stop; the end comes over the line. False when it could not be asked. */
  async stop(): Promise<boolean> {
    const running = this.#running;
    if (!running || this.#state.isStopping) return true;
    this.#set({ isStopping: true });
    const { ok } = await stopReply(running.id);
    if (!ok) this.#set({ isStopping: false });
    return ok;
  }

  /** The day's replies as the server has them now: other tabs and devices ask too. `seen`: the state when it was asked. */
  refresh(replies: readonly Reply[], seen: ReplyStreamState): void {
    if (this.#line || seen !== this.#state) return; // who listens knows better
    this.#set({ replies: replies.filter(({ tone }) => tone === this.#tone) });
    this.attach();
  }

  /** The page was deleted, and its replies with it. */
  clear(): void {
    this.detach();
    this.text = "";
    this.#set({ replies: [], refusal: null });
  }

  /** Shown at once, taken back if it could not be kept. What is not a thumb down is not shown to the team any more. */
  async rate(replyId: string, feedback: Feedback): Promise<boolean> {
    const reply = this.#state.replies.find(({ id }) => id === replyId);
    const before = { feedback: reply?.feedback ?? null, isShared: reply?.isShared ?? false };
    this.#patch(replyId, { feedback, isShared: before.isShared && feedback === "DOWN" });
    const { ok } = await saveFeedback(replyId, feedback);
    if (!ok) this.#patch(replyId, before);
    return ok;
  }

  /** Shows the team a reply and the day's page, or takes them back. Shown as done only when it is. */
  async share(replyId: string, isShared: boolean): Promise<boolean> {
    const { ok } = await saveShared(replyId, isShared);
    if (ok) this.#patch(replyId, { isShared });
    return ok;
  }

  get #running(): Reply | undefined {
    return this.#state.replies.findLast(({ endedAt }) => endedAt === null);
  }

  #follow(start: (line: Parameters<typeof followReply>[0]) => Promise<void>): void {
    const line = new AbortController();
    this.#line = line;
    this.lastTextAt = performance.now();
    const tell = (event: FollowEvent) => this.#line === line && this.#hear(event);
    const following = { day: this.#day, signal: line.signal, tell, wait: waitForHope, replyId: "" };
    void start(following).finally(() => {
      if (this.#line !== line) return;
      this.#line = null;
      this.#set(atRest);
    });
  }

  #hear(event: FollowEvent): void {
    switch (event.type) {
      case "found":
        return this.#set({
          isAsking: false,
          replies: withRunning(this.#state.replies, event, this.#tone),
        });
      case "text":
        this.text = event.text;
        this.lastTextAt = performance.now();
        if (this.#state.isThinking) this.#set({ isThinking: false });
        return;
      case "thinking":
        this.lastTextAt = performance.now();
        return this.#set({ isThinking: true });
      case "live":
      case "lost":
        return this.#set({ isLost: event.type === "lost" });
      case "gone":
        return this.#set({
          ...atRest,
          replies: this.#state.replies.filter((reply) => reply !== this.#running),
        });
      case "settled":
        this.text = event.reply.text;
        return this.#end(event.reply);
      case "ended":
        return this.#end({
          status: event.status,
          failure: event.status === "FAILED" ? event.failure : null,
          isCut: event.status === "DONE" && event.isCut,
          text: this.text,
          endedAt: new Date().toISOString(),
        });
      case "refused":
        return this.#set({ isAsking: false, refusal: toRefusal(event.refusal) });
    }
  }

  #end(ending: Partial<Reply>): void {
    const running = this.#running;
    if (running) this.#patch(running.id, ending);
    this.#set(atRest);
  }

  #patch(replyId: string, change: Partial<Reply>): void {
    const replies = this.#state.replies.map((reply) =>
      reply.id === replyId ? { ...reply, ...change } : reply,
    );
    this.#set({ replies });
  }

  #set(change: Partial<ReplyStreamState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const toRefusal = ({ code, retryAfterSeconds }: Refusal) => ({
  code,
  retryAt: retryAfterSeconds ? new Date(Date.now() + retryAfterSeconds * 1000) : null,
});

const atRest = { isAsking: false, isLost: false, isThinking: false, isStopping: false };

type Found = Extract<FollowEvent, { type: "found" }>;

function withRunning(replies: readonly Reply[], found: Found, tone: Tone): readonly Reply[] {
  const { replyId: id, fingerprint } = found;
  if (replies.some((reply) => reply.id === id)) return replies;
  const createdAt = new Date().toISOString();
  const ended = { failure: null, isCut: false, feedback: null, isShared: false, endedAt: null };
  return [...replies, { id, tone, status: "PENDING", text: "", fingerprint, createdAt, ...ended }];
}
