import { forgetDraft, keepDraft, readDraft, type Typed } from "./form-draft";
import { fillIn, sayTheSame, typedIn } from "./typed-values";

type KeptForm = {
  /** What stands in the form now. */
  typed: Typed;
  /** Rises when that was not typed. */
  revision: number;
  /** What an earlier visit left here, and was put back. */
  restored: Typed | null;
};

type Input = {
  draftKey: string;
  /** What the server has already. */
  sent: Typed;
  /** What the form was made with: the same, or what had been typed when the server gave it back. */
  shown: Typed;
  textName: string;
  /** What was written before the script was there, which React, taking over, replaces by its own. */
  early: Typed | null;
};

/** Keeps what is typed into a form in this browser, from the first letter until it has arrived. */
export class FormKeeper {
  #kept: KeptForm;
  #form: HTMLFormElement | null = null;
  readonly #input: Input;
  readonly #listeners = new Set<() => void>();

  constructor(input: Input) {
    this.#input = input;
    this.#kept = { typed: input.shown, revision: 0, restored: null };
  }

  getSnapshot = (): KeptForm => this.#kept;

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The form is there: it gets back what was written early, or left behind by an earlier visit. */
  open(form: HTMLFormElement): void {
    this.#form = form;
    const { early, shown, sent, draftKey } = this.#input;
    if (early && !sayTheSame(early, shown)) return this.put(early);
    if (!sayTheSame(shown, sent)) return keepDraft(draftKey, shown);
    const left = readDraft(draftKey);
    if (!left) return;
    if (sayTheSame(left, sent)) return forgetDraft(draftKey);
    this.#fill(left, { restored: left });
  }

  /** Something was typed. */
  keep = (): void => {
    if (!this.#form) return;
    const { sent, shown, textName, draftKey } = this.#input;
    const typed = typedIn(this.#form, Object.keys(shown));
    this.#set({ typed });
    const isWorthKeeping = typed[textName]?.trim() || typed.stars !== sent.stars;
    if (isWorthKeeping && !sayTheSame(typed, sent)) keepDraft(draftKey, typed);
    else forgetDraft(draftKey);
  };

  put(typed: Typed): void {
    this.#fill(typed);
    this.keep();
  }

  /** Back to what the server has. */
  startOver = (): void => {
    this.#fill(this.#input.sent, { restored: null });
    forgetDraft(this.#input.draftKey);
  };

  #fill(typed: Typed, more: Partial<KeptForm> = {}): void {
    if (!this.#form) return;
    fillIn(this.#form, typed);
    this.#set({ typed: { ...this.#kept.typed, ...typed }, revision: this.#kept.revision + 1, ...more });
  }

  #set(more: Partial<KeptForm>): void {
    this.#kept = { ...this.#kept, ...more };
    for (const listener of this.#listeners) listener();
  }
}
