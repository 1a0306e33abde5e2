import { EventLine } from "@/components/ui/event-line";
import type { Looker } from "@/lib/review/desk/presence";
import type { QueueChange } from "@/lib/review/desk/queue-changes";

export type Counts = Record<string, { count: number }>;

/** A page that nobody touches all day is told of every verdict: the last ones are enough to say that there are many. */
const keptChanges = 1_000;

/** What this tab was told since its page was made, and who looks at what. */
export type DeskState = {
  counts: Counts | null;
  lookers: Looker[];
  changes: (QueueChange & { at: number })[];
};

export const nothingTold: DeskState = { counts: null, lookers: [], changes: [] };

/** What a tab is told of the queue: what others open, decide and look at. */
export class DeskStream {
  state = nothingTold;
  readonly #line: EventLine;
  readonly #subscribers = new Set<() => void>();
  #hasHeard = false;

  /** `onStale`: something may have been missed, or the reader is no moderator any more; the page is to be asked for again. */
  constructor(onStale: () => void) {
    this.#line = new EventLine({
      address: "/api/admin/moderation/stream",
      silenceMs: 20_000,
      longestBackoffMs: 60_000,
      on: {
        state: (data) => {
          this.#set(data as Pick<DeskState, "counts" | "lookers">);
          // Not the first word: what was said in between is lost.
          if (this.#hasHeard) onStale();
          this.#hasHeard = true;
        },
        lookers: (data) => this.#set({ lookers: data as Looker[] }),
        changed: (data) => this.#change(data as Changed),
        gone: () => {
          this.#line.close();
          onStale();
        },
      },
      onRefused: onStale,
    });
  }

  readonly subscribe = (subscriber: () => void): (() => void) => {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  };

  /** Forgets what the page of that moment shows itself. */
  forgetBefore(at: number): void {
    const changes = this.state.changes.filter((change) => change.at >= at);
    if (changes.length < this.state.changes.length) this.#set({ changes });
  }

  /** Keeps the line open while the tab is seen. @returns what ends that. */
  run(): () => void {
    return this.#line.run();
  }

  #change({ at, changes, counts }: Changed): void {
    const told = new Set(changes.map(({ revisionId }) => revisionId));
    const others = this.state.changes.filter(({ revisionId }) => !told.has(revisionId));
    const all = [...others, ...changes.map((change) => ({ ...change, at }))];
    this.#set({ counts, changes: all.slice(-keptChanges) });
  }

  #set(more: Partial<DeskState>): void {
    this.state = { ...this.state, ...more };
    for (const subscriber of this.#subscribers) subscriber();
  }
}

type Changed = { at: number; changes: QueueChange[]; counts: Counts };
