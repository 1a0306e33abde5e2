import { suspectSession } from "@/components/session/browser-session";
import { EventLine } from "@/components/ui/event-line";
import { noteServerBuild } from "@/components/update/server-build";
import type { NoticeState } from "@/lib/notice/schema";

/** A notice this recent may be newer than the page. */
const justNowMs = 60_000;

/**
 * The state of a member's notices in one tab. Every message holds the whole state, so the first one after a lost
 * connection corrects it.
 */
export class NoticeStream {
  state: NoticeState;
  readonly memberId: string;
  readonly initial: NoticeState;
  readonly #line: EventLine;
  readonly #subscribers = new Set<() => void>();
  readonly #listeners = new Set<() => void>();
  #latestAt: number;

  constructor(memberId: string, initial: NoticeState) {
    this.memberId = memberId;
    this.initial = this.state = initial;
    this.#latestAt = bornAt(initial);
    this.#line = new EventLine({
      // The page's member: another one may have signed in from another tab.
      address: `/api/notices/stream?member=${memberId}`,
      silenceMs: 50_000,
      longestBackoffMs: 300_000,
      on: {
        build: (data) => noteServerBuild(data as string),
        state: (data) => this.take(data as NoticeState),
        gone: suspectSession,
      },
    });
  }

  readonly subscribe = (subscriber: () => void): (() => void) => {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  };

  onNotice(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (Date.now() - this.#latestAt < justNowMs) listener();
    return () => this.#listeners.delete(listener);
  }

  /** Applies a state from the stream, or from the answer to an action of this tab. */
  take(state: NoticeState): void {
    const { unread, latest } = this.state;
    const isNew = state.latest !== null && state.latest.id !== latest?.id;
    if (isNew) this.#latestAt = bornAt(state);
    if (!isNew && state.unread === unread) return;
    this.state = state;
    for (const subscriber of this.#subscribers) subscriber();
    if (isNew) for (const listener of this.#listeners) listener();
  }

  /** Keeps the stream open while the tab is visible. @returns a function that stops it */
  run(): () => void {
    return this.#line.run();
  }
}

const bornAt = ({ latest }: NoticeState) => (latest ? Date.now() - latest.ageMs : -Infinity);
