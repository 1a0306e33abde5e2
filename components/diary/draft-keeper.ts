import type { Entry } from "@/lib/diary/schema";
import type { Answer } from "./diary-api";
import {
  type DraftState,
  canSave,
  confirmed,
  contradicted,
  failed,
  isBlank,
  isChanged,
  keptMine,
  openDraft,
  refreshed,
  restored,
  rewritten,
  sending,
  toKept,
  tookTheirs,
  typed,
  typedEarly,
} from "./draft-state";
import type { DraftStore } from "./draft-store";

/** Saves when the pen rests, and now and then while it does not. */
const restMs = 800;
const longestUnsavedMs = 8000;
const backoffMs = [1000, 2000, 5000, 10_000, 30_000];

/** Not worth trying again by ourselves: only other words, or another person, would be answered differently. */
const lasting = ["INVALID_INPUT", "TOO_LARGE", "UNSUPPORTED_TYPE", "CROSS_ORIGIN", "NOT_FOUND"];

type Save = (input: {
  body: string;
  baseUpdatedAt: string | null;
  isLeaving: boolean;
}) => Promise<Answer<{ entry: Entry }>>;

/** `isKept`: the browser holds what the server does not. */
export type Draft = DraftState & { isKept: boolean };

/** Keeps one day's text: in this browser from the first letter on, and on the server as soon as it can be reached. */
export class DraftKeeper {
  #draft: Draft;
  readonly #store: DraftStore;
  readonly #save: Save;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #inFlight: Promise<void> | null = null;
  #unsavedSince = 0;
  #failures = 0;
  #isPaused = false;
  #isClosed = false;

  constructor({ entry, store, save }: { entry: Entry | null; store: DraftStore; save: Save }) {
    this.#draft = { ...openDraft(entry), isKept: true };
    this.#store = store;
    this.#save = save;
  }

  getSnapshot = (): Draft => this.#draft;

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Brings back what this browser kept from an earlier visit. `early`: typed before this script was there. */
  restore(early = this.#draft.text): void {
    const kept = this.#store.read();
    if (isChanged(this.#draft)) return;
    const back = kept ? restored(this.#draft, kept) : this.#draft;
    if (!kept || back === this.#draft) {
      this.#store.forget();
      return this.type(early);
    }
    const next = typedEarly(back, this.#draft, early);
    // On the version that the kept text was written on: a choice between two texts has not been made yet.
    if (next !== back) this.#store.write({ ...toKept(next), base: kept.base });
    this.#set(next);
    this.#schedule();
  }

  type(text: string): void {
    if (text !== this.#draft.text) this.#change(typed(this.#draft, text));
  }

  /** Puts a text there that was not typed: the last saved one, one that was given up a moment ago. */
  rewrite(text: string): void {
    this.#change(rewritten(this.#draft, text));
  }

  /** The page as the server has it now, unless the writer is ahead of it. `seen`: what was known when it was asked. */
  refresh(entry: Entry | null, seen: Entry | null): void {
    if (seen === this.#draft.saved) this.#set(refreshed(this.#draft, entry));
  }

  keepMine(): Promise<boolean> {
    this.#set(keptMine(this.#draft));
    return this.flush();
  }

  takeTheirs(): void {
    this.#change(tookTheirs(this.#draft));
  }

  /** Saves now. True when the server has the page exactly as it stands here. */
  async flush(): Promise<boolean> {
    while (this.#canSave || this.#inFlight) {
      await this.#saveOnce();
      if (this.#draft.status !== "resting") return false;
    }
    return !isChanged(this.#draft) && this.#draft.saved !== null;
  }

  /** Once more, where nothing but time or a sign-in has helped. */
  retry(): void {
    const { status } = this.#draft;
    if (status === "failed" || status === "signedOut") void this.flush();
  }

  /** The page goes away: what is unsaved is sent on its way, without waiting for the answer. */
  leave(): void {
    // With a save under way a second one would contradict it; the browser keeps the words until the next visit.
    if (this.#canSave && !this.#inFlight) void this.#saveOnce({ isLeaving: true });
  }

  /** Nobody looks at the page any more. What can be saved is; what cannot stays in the browser, without further tries. */
  close(): void {
    this.leave();
    this.#isClosed = true;
    this.#rest();
  }

  reopen(): void {
    this.#isClosed = false;
    this.#schedule();
  }

  /** Saves nothing until `resume`. Resolves when nothing is under way any more. */
  async pause(): Promise<void> {
    this.#isPaused = true;
    this.#rest();
    await this.#inFlight;
  }

  resume(): void {
    this.#isPaused = false;
    this.#schedule();
  }

  /** The page was deleted: begins again with an empty one. */
  clear(): void {
    this.#rest();
    this.#isPaused = false;
    this.#store.forget();
    this.#set({ ...openDraft(null), revision: this.#draft.revision + 1 });
  }

  get #canSave(): boolean {
    return !this.#isPaused && canSave(this.#draft);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #set(next: DraftState): void {
    if (next === this.#draft) return;
    this.#draft = { isKept: this.#draft.isKept, ...next };
    for (const listener of this.#listeners) listener();
  }

  #change(next: DraftState): void {
    if (!isChanged(this.#draft)) this.#unsavedSince = Date.now();
    this.#set({ ...next, ...this.#keep(next) });
    this.#schedule();
  }

  #keep(next: DraftState): { isKept: boolean } {
    if (isChanged(next) && !isBlank(next.text)) return { isKept: this.#store.write(toKept(next)) };
    this.#store.forget();
    return { isKept: true };
  }

  #schedule(): void {
    const { status } = this.#draft;
    // A writer who goes on writing must not push the next try further and further away.
    if (status === "failed" && this.#timer && this.#canSave) return;
    this.#rest();
    if (!this.#canSave || this.#inFlight || status === "signedOut") return;
    if (this.#isClosed) {
      // Typed while the last save was on its way, which has arrived.
      if (status === "resting") void this.#saveOnce();
      return;
    }
    const patience = Math.max(0, this.#unsavedSince + longestUnsavedMs - Date.now());
    const delayMs =
      status === "failed" ? backoffMs[Math.min(this.#failures, backoffMs.length) - 1] : undefined;
    this.#timer = setTimeout(() => void this.#saveOnce(), delayMs ?? Math.min(restMs, patience));
  }

  /** One save at a time: a second caller waits for the first one's answer. */
  #saveOnce({ isLeaving = false } = {}): Promise<void> {
    this.#inFlight ??= this.#send(isLeaving).finally(() => {
      this.#inFlight = null;
      this.#schedule();
    });
    return this.#inFlight;
  }

  async #send(isLeaving: boolean): Promise<void> {
    this.#rest();
    this.#set(sending(this.#draft));
    this.#keep(this.#draft); // remembers that this text is on its way
    const { text, saved } = this.#draft;
    // Half a surrogate pair, as some pasted text has, could not be stored.
    const input = { body: text.toWellFormed(), baseUpdatedAt: saved?.updatedAt ?? null, isLeaving };
    const answer = await this.#save(input).catch(() => undefined);

    if (answer?.ok) {
      this.#failures = 0;
      // As it stands here: the server's copy may differ by a half pair, which is no change of the writer's.
      this.#set(confirmed(this.#draft, { ...answer.data.entry, body: text }));
      this.#unsavedSince = Date.now();
    } else if (answer?.entry) {
      this.#set(contradicted(this.#draft, answer.entry));
    } else {
      const code = answer?.error.code ?? "";
      this.#failures = lasting.includes(code) ? backoffMs.length : this.#failures + 1;
      this.#set(failed(this.#draft, code === "UNAUTHENTICATED" ? "signedOut" : "failed"));
    }
    this.#keep(this.#draft);
  }
}
