import { itemsAhead } from "@/lib/review/desk/queue-query";

/** A requested page is given up after this long. */
const patienceMs = 15_000;

/** After a refused item comes back, keys do nothing for this long: they were meant for another item. */
const guardMs = 800;

/** The page of the queue that the server rendered. */
export type DeskPage = {
  /** Server time of the rendering; milliseconds of the epoch. */
  asOf: number;
  /** Null when the page shows no item. */
  openId: string | null;
  /** The address names the item; otherwise the server chose it. */
  isChosen: boolean;
  /** The address of this part of the queue, without the item. */
  here: string;
};

type FlowState = {
  shownId: string | null;
  /** The shown item is decided, and the next one has not arrived. */
  isWaiting: boolean;
};

/**
 * Decides which item is shown. The desk advances through held items and requests the page of the shown item later, so an
 * arriving page may be older than the shown item: it does not turn the desk back. A page that the moderator opened (a
 * link, an undone or a refused decision) does.
 */
export class DeskFlow {
  state: FlowState;
  readonly #subscribers = new Set<() => void>();
  #page: DeskPage;
  /** Held items, in the order of the queue. */
  #order: string[] = [];
  #isFull = false;
  /**
   * Items whose pages the desk requested, with the time until which each may arrive. Several, because an earlier page may
   * arrive after the next request, and must not count as opened by the moderator.
   */
  readonly #asked = new Map<string, number>();
  /** A requested page or its held items may arrive until then. */
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

  /** The moderator opened another item, and its page has not arrived. */
  get isFollowing(): boolean {
    return this.#follows !== null && performance.now() < this.#follows.until;
  }

  /** @param isLeft whether an item is decided here, which a page under way may not know */
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
    // The held items belong to another item or to another part of the queue.
    if (isElsewhere || page.openId === null || !this.#order.includes(page.openId)) this.#order = [];
    this.#set({ shownId: page.openId, isWaiting: false });
  }

  /** Replaces the held items by those after the page's item. Every page calls it, also without items. */
  hold(ids: string[], isFree: (id: string) => boolean): void {
    this.#order = ids;
    this.#isFull = ids.length >= itemsAhead;
    this.#askedUntil = 0;
    if (!this.state.isWaiting) return;
    const next = this.nextOf(this.state.shownId, isFree);
    if (next) this.show(next);
  }

  /** The next held item that is free. */
  nextOf(id: string | null, isFree: (id: string) => boolean): string | null {
    const at = id === null ? -1 : this.#order.indexOf(id);
    return this.#order.slice(at + 1).find((other) => other !== id && isFree(other)) ?? null;
  }

  /** Number of held items after the shown one. */
  get ahead(): number {
    const at = this.state.shownId === null ? -1 : this.#order.indexOf(this.state.shownId);
    return this.#order.length - at - 1;
  }

  show(id: string): void {
    this.#follows = null;
    this.#set({ shownId: id, isWaiting: false });
  }

  /** The shown item is decided, and no next item is held. */
  wait(): void {
    this.#set({ ...this.state, isWaiting: true });
  }

  /** The next page with this item is shown when it arrives; null: the next page whose item the server chose. */
  follow(id: string | null): void {
    this.#follows = { id, until: performance.now() + patienceMs };
  }

  /** Gives up `follow`. */
  release(): void {
    this.#follows = null;
  }

  /** Brings back a refused item. Keys do nothing until its page has arrived, and `guardMs` longer. */
  bringBack(id: string): void {
    this.follow(id);
    this.#guardedUntil = performance.now() + patienceMs;
  }

  /** The refused item has arrived. */
  guard(): void {
    this.#guardedUntil = performance.now() + guardMs;
  }

  get isGuarded(): boolean {
    return performance.now() < this.#guardedUntil;
  }

  /** Brings the item back after the shown one. */
  postpone(id: string): void {
    this.#returning.push(id);
  }

  takePostponed(): string | undefined {
    return this.#returning.shift();
  }

  /**
   * The item whose page is to be requested; null for none. One page at a time: each costs the server as much as ten
   * decisions, and a later request cancels an earlier one.
   */
  get wanted(): string | null {
    const { shownId, isWaiting } = this.state;
    const isHere = shownId === this.#page.openId || (isWaiting && !this.#isFull);
    return isHere || this.isAsking || this.isFollowing ? null : shownId;
  }

  /** A requested page or its held items have not arrived. */
  get isAsking(): boolean {
    return performance.now() < this.#askedUntil;
  }

  /** Whether the page of the shown item would hold more items. A list that is not full ends with the queue. */
  get mayHaveMore(): boolean {
    return this.#isFull && this.state.shownId !== this.#page.openId;
  }

  /** Notes that the desk requests the page of an item. */
  askFor(id: string): void {
    this.#askedUntil = performance.now() + patienceMs;
    this.#asked.set(id, this.#askedUntil);
  }

  #set(state: FlowState): void {
    this.state = state;
    for (const subscriber of this.#subscribers) subscriber();
  }
}
