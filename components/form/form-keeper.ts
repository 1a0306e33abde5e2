import { forgetDraft, keepDraft, readDraft, type Typed } from "./form-draft";
import { fillIn, sayTheSame, typedIn } from "./typed-values";

type KeptForm = {
  typed: Typed;
  revision: number;
  restored: Typed | null;
};

type Input = {
  draftKey: string;
  sent: Typed;
  /** The form's initial values: `sent`, or what was typed when the server returned it with errors. */
  shown: Typed;
  textName: string;
  /** What was typed before hydration, which React replaces by its own values. */
  early: Typed | null;
};

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
