import { itemsAhead } from "@/lib/review/desk/queue-query";

/** A page that was asked for and is not here after this long is not waited for any more. */
const patienceMs = 15_000;

/** A refused item comes back under the moderator's hands: keys that were meant for another item do nothing for this long. */
const guardMs = 800;

/** What a page of the queue was made for. */
export type DeskPage = {
  /** When it was made; milliseconds of the epoch, the server's. */
  asOf: number;
  /** The item it shows; null when there is none. */
  openId: string | null;
  /** Its address names the item. Else the server offered one. */
  isChosen: boolean;
  /** The address of its part of the queue, without the item. */
  here: string;
};

type FlowState = {
  shownId: string | null;
  /** What was shown is decided, and the next item is not here yet. */
  isWaiting: boolean;
};

/**
 * Which item is shown. The page moves on by itself to items that it holds, and asks the server for a page of the shown item
 * afterwards. So pages arrive that are older than what is shown: they do not turn it back. A page that somebody went to
 * (a link, an undone decision, a refused one) does.
 */
export class DeskFlow {
  state: FlowState;
  readonly #subscribers = new Set<() => void>();
  #page: DeskPage;
  /** The items that this page can show by itself, in the order of the queue. */
  #order: string[] = [];
  #isFull = false;
  /**
   * Items of the pages that the desk asked for by itself, and until when each may come. Several: a page may come after the next
   * one was asked for, and must not be taken for one that somebody went to.
   */
  readonly #asked = new Map<string, number>();
  /** Until when a page or what it holds may come. */
  #askedUntil = performance.now() + patienceMs;
  #guardedUntil = 0;
  /** Refused items that come back after the shown one. */
  readonly #returning: string[] = [];
  #follows: { id: string | null; until: number } | null = null;

  constructor(page: DeskPage) {
    this.#page = page;
    this.state = { shownId: page.openId, isWaiting: false };
  }

  readonly subscribe = (subscriber: () => void): (() => void) => {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  };

  /** Somebody went to another item, whose page is not here yet. */
  get isFollowing(): boolean {
    return this.#follows !== null && performance.now() < this.#follows.until;
  }

  /** @param isLeft whether an item is decided here, which a page that is under way may not know. */
  arrive(page: DeskPage, isLeft: (id: string) => boolean): void {
    const before = this.#page;
    this.#page = page;
    this.#askedUntil = performance.now() + patienceMs;
    const isFollowed =
      this.#follows !== null &&
      (this.#follows.id === null ? !page.isChosen || page.openId === null : page.openId === this.#follows.id);
    const isAsked = page.openId !== null && performance.now() < (this.#asked.get(page.openId) ?? 0);
    const isKnown =
      page.openId !== null &&
      (isAsked || [before.openId, this.state.shownId].includes(page.openId) || isLeft(page.openId));
    const isForeign = page.isChosen && !isKnown;
    const isElsewhere = page.here !== before.here;
    if (page.openId !== null) this.#asked.delete(page.openId);
    if (!isFollowed && !isForeign && !isElsewhere && this.state.shownId !== null) return;
    this.#follows = null;
    // What is held follows another item, or belongs to another part of the queue.
    if (isElsewhere || page.openId === null || !this.#order.includes(page.openId)) this.#order = [];
    this.#set({ shownId: page.openId, isWaiting: false });
  }

  /** The items that follow the one which a page was made for, and that it can show from now on. Each page brings them, also none. */
  hold(ids: string[], isFree: (id: string) => boolean): void {
    this.#order = ids;
    this.#isFull = ids.length >= itemsAhead;
    this.#askedUntil = 0;
    if (!this.state.isWaiting) return;
    const next = this.nextOf(this.state.shownId, isFree);
    if (next) this.show(next);
  }

  /** The next item that can be shown at once. */
  nextOf(id: string | null, isFree: (id: string) => boolean): string | null {
    const at = id === null ? -1 : this.#order.indexOf(id);
    return this.#order.slice(at + 1).find((other) => other !== id && isFree(other)) ?? null;
  }

  /** How many items after the shown one can be shown at once. */
  get ahead(): number {
    const at = this.state.shownId === null ? -1 : this.#order.indexOf(this.state.shownId);
    return this.#order.length - at - 1;
  }

  show(id: string): void {
    this.#follows = null;
    this.#set({ shownId: id, isWaiting: false });
  }

  /** The shown item is decided, and none is held that could come next. */
  wait(): void {
    this.#set({ ...this.state, isWaiting: true });
  }

  /** The next page with this item is where to be; of null, the next one that was not made for an item. */
  follow(id: string | null): void {
    this.#follows = { id, until: performance.now() + patienceMs };
  }

  /** What was to be followed does not come. */
  release(): void {
    this.#follows = null;
  }

  /** A refused item is to come back: until its page is there, and a little longer, keys do nothing. */
  bringBack(id: string): void {
    this.follow(id);
    this.#guardedUntil = performance.now() + patienceMs;
  }

  /** It is here. */
  guard(): void {
    this.#guardedUntil = performance.now() + guardMs;
  }

  get isGuarded(): boolean {
    return performance.now() < this.#guardedUntil;
  }

  /** It comes back after what is shown now. */
  postpone(id: string): void {
    this.#returning.push(id);
  }

  takePostponed(): string | undefined {
    return this.#returning.shift();
  }

  /**
   * The item that the server is to make a page of, because it is shown and its page is not here; null for none. One page at
   * a time: each takes the server as long as ten decisions, and a later one throws the earlier away.
   */
  get wanted(): string | null {
    const { shownId, isWaiting } = this.state;
    const isHere = shownId === this.#page.openId || (isWaiting && !this.#isFull);
    return isHere || this.isAsking || this.isFollowing ? null : shownId;
  }

  /** A page, or what it holds, is not here yet. */
  get isAsking(): boolean {
    return performance.now() < this.#askedUntil;
  }

  /** Whether a page of the shown item would bring more than what is held. A list that is not full ends with the queue. */
  get mayHaveMore(): boolean {
    return this.#isFull && this.state.shownId !== this.#page.openId;
  }

  /** The desk asks for the page of an item by itself. */
  askFor(id: string): void {
    this.#askedUntil = performance.now() + patienceMs;
    this.#asked.set(id, this.#askedUntil);
  }

  #set(state: FlowState): void {
    this.state = state;
    for (const subscriber of this.#subscribers) subscriber();
  }
}
