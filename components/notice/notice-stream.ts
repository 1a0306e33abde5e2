import { suspectSession } from "@/components/account/browser-session";
import { EventLine } from "@/components/ui/event-line";
import { noteServerBuild } from "@/components/update/server-build";
import type { NoticeState } from "@/lib/notice/schema";

/** A notice this young may be younger than the page that appears. */
const justNowMs = 60_000;

/**
 * What a tab is told of its member's notices. Every message is the whole state, so a line that was closed, cut or
 * missed something is right again with the first word it hears.
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
      // Whose page this is: someone else may have signed in from another tab meanwhile.
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

  /** Takes what the server says, from the line or as the answer to something this tab did. */
  take(state: NoticeState): void {
    const { unread, latest } = this.state;
    const isNew = state.latest !== null && state.latest.id !== latest?.id;
    if (isNew) this.#latestAt = bornAt(state);
    if (!isNew && state.unread === unread) return;
    this.state = state;
    for (const subscriber of this.#subscribers) subscriber();
    if (isNew) for (const listener of this.#listeners) listener();
  }

  /** Keeps the line open while the tab is seen. @returns what ends that. */
  run(): () => void {
    return this.#line.run();
  }
}

const bornAt = ({ latest }: NoticeState) => (latest ? Date.now() - latest.ageMs : -Infinity);
