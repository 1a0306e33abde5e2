import { maxEntryChars } from "@/lib/diary/entry-text";
import { countChars, plainBreaks } from "@/lib/written-text";
import type { Entry } from "@/lib/diary/schema";

/** A page while it is written: pure rules for what is typed, sent, confirmed, refused. Nothing typed is ever dropped. */
export type DraftState = {
  text: string;
  /** The page as the server last had it; null when it had none. */
  saved: Entry | null;
  /** Texts sent whose answer never came: any of them may be the page by now. */
  unconfirmed: readonly string[];
  status: "resting" | "saving" | "failed" | "signedOut" | "conflict";
  /** The other page, while the writer has to choose. */
  theirs: Entry | null;
  /** Raised when something else than typing changes the text: the editor then shows it. */
  revision: number;
};

/** As many lost answers as are remembered; the text of an older one cannot be the page any more. */
const maxUnconfirmed = 3;

// A textarea has no carriage returns: with them a page that came by another way would look changed.
const asTyped = (entry: Entry | null): Entry | null => entry && { ...entry, body: plainBreaks(entry.body) };

export const isBlank = (text: string) => text.trim() === "";
export const isTooLong = (text: string) => text.length > maxEntryChars && countChars(text) > maxEntryChars;

export const isChanged = ({ text, saved }: DraftState) => text !== (saved?.body ?? "");
export const canSave = (state: DraftState) =>
  state.status !== "conflict" && isChanged(state) && !isBlank(state.text) && !isTooLong(state.text);

export function openDraft(entry: Entry | null): DraftState {
  const saved = asTyped(entry);
  return { text: saved?.body ?? "", saved, unconfirmed: [], status: "resting", theirs: null, revision: 0 };
}

export const typed = (state: DraftState, text: string): DraftState => ({ ...state, text });

/** The text replaced by something else than typing. */
export const rewritten = (state: DraftState, text: string): DraftState => ({
  ...state,
  text,
  revision: state.revision + 1,
});

export const sending = (state: DraftState): DraftState => ({
  ...state,
  status: "saving",
  unconfirmed: [...state.unconfirmed.filter((text) => text !== state.text), state.text].slice(
    -maxUnconfirmed,
  ),
});

export const confirmed = (state: DraftState, entry: Entry): DraftState => ({
  ...state,
  saved: asTyped(entry),
  unconfirmed: [],
  status: "resting",
  theirs: null,
});

export const failed = (state: DraftState, status: "failed" | "signedOut"): DraftState => ({
  ...state,
  status,
});

/** The server has another page than the one this text was written on. */
export function contradicted(state: DraftState, entry: Entry): DraftState {
  const theirs = asTyped(entry)!;
  // Not another's: our own earlier text, whose answer was lost. What was typed since goes on top of it.
  if (theirs.body === state.text || state.unconfirmed.includes(theirs.body)) return confirmed(state, theirs);
  return { ...state, status: "conflict", theirs };
}

/** The writer keeps their own text: it will be written over the other page. */
export const keptMine = (state: DraftState): DraftState => ({
  ...state,
  saved: state.theirs ?? state.saved,
  unconfirmed: [],
  status: "resting",
  theirs: null,
});

export const tookTheirs = (state: DraftState): DraftState =>
  state.theirs ? rewritten(keptMine(state), state.theirs.body) : state;

/** The page as it is now, seen in passing. Only a text that nobody is changing follows it. */
export function refreshed(state: DraftState, entry: Entry | null): DraftState {
  if (state.status !== "resting" || isChanged(state)) return state;
  if (entry?.updatedAt === state.saved?.updatedAt) return state;
  const next = { ...state, saved: asTyped(entry) };
  const text = next.saved?.body ?? "";
  return text === state.text ? next : rewritten(next, text);
}

/** What this browser kept of a text that the server never confirmed. */
export type KeptDraft = { text: string; base: string | null; unconfirmed: readonly string[] };

export const toKept = ({ text, saved, unconfirmed }: DraftState): KeptDraft => ({
  text,
  base: saved?.updatedAt ?? null,
  unconfirmed,
});

/** Brings a kept text back on top of the page as the server has it now. */
export function restored(state: DraftState, kept: KeptDraft): DraftState {
  const { saved } = state;
  if (isBlank(kept.text) || kept.text === saved?.body) return state;
  const next = rewritten({ ...state, unconfirmed: kept.unconfirmed }, kept.text);
  const isSamePage = saved === null || saved.updatedAt === kept.base;
  return isSamePage ? next : contradicted(next, saved);
}

/** A text brought back, and what was typed on top of `page` before that: neither replaces the other. */
export function typedEarly(state: DraftState, page: DraftState, early: string): DraftState {
  const added = early.startsWith(page.text) ? early.slice(page.text.length) : early;
  return isBlank(added) ? state : rewritten(state, `${state.text}\n\n${added.trimStart()}`);
}

export type SaveState =
  | "untouched"
  | "waiting"
  | "saving"
  | "saved"
  | "blank"
  | "tooLong"
  | "failed"
  | "signedOut"
  | "conflict";

/** What the writer is told about their text. */
export function saveStateOf(state: DraftState): SaveState {
  const { text, saved, status } = state;
  if (status === "conflict") return "conflict";
  if (isBlank(text)) return saved ? "blank" : "untouched";
  if (isTooLong(text)) return "tooLong";
  if (!isChanged(state)) return "saved";
  return status === "resting" ? "waiting" : status;
}
