/** Tags between which models think aloud in their text, in lower case. */
const thoughtTags = [
  ["<think>", "</think>"], // DeepSeek R1, Qwen, GLM
  ["<thinking>", "</thinking>"],
  ["<thought>", "</thought>"], // Gemma
  ["<reasoning>", "</reasoning>"],
  ["<reflection>", "</reflection>"],
  ["<seed:think>", "</seed:think>"], // Seed-OSS
  ["[think]", "[/think]"], // Magistral
  ["◁think▷", "◁/think▷"], // Kimi
  ["<|begin_of_thought|>", "<|end_of_thought|>"],
  // gpt-oss, when its server does not take the channels apart.
  ["<|channel|>analysis", "<|channel|>final<|message|>"],
  ["<|channel|>commentary", "<|channel|>final<|message|>"],
] as const;

/** The same from a server that also drops the special tokens: only at the very start, before a capital or Hangul. */
const bareChannel = { open: "analysis", close: "assistantfinal" };

/** Tokens of chat templates that a server should have kept to itself. */
const templateTokens = [
  "<|start|>assistant",
  "<|message|>",
  "<|return|>",
  "<|end|>",
  "<|im_end|>",
  "<|eot_id|>",
  "<|endoftext|>",
  "<|begin_of_solution|>",
  "<|end_of_solution|>",
];

const closeOf = new Map<string, string>(thoughtTags);
const closeTags = new Set<string>(closeOf.values());
const markers = [...closeOf.keys(), ...closeTags, ...templateTokens];
const longestMarker = Math.max(...markers.map(({ length }) => length));
const anyMarker = new RegExp(
  markers
    .map(escaped)
    .toSorted((a, b) => b.length - a.length)
    .join("|"),
  "i",
);
/** What a marker begins with: without one of these a piece needs no closer look. */
const mayBeginMarker = /[<[◁]/;

type Sink = {
  onText: (piece: string) => void;
  /** A thought begins or goes on. */
  onThinking: () => void;
  /** All text so far was a thought: its opening tag was never sent. */
  onRetract: () => void;
};

/**
 * Takes the thoughts that a model writes into its text out of it, however the text is cut. What may be the beginning of a
 * tag is held back until it is one or is not. A tag in backticks is text: somebody writes about it.
 *
 * A chat template may write the opening tag itself, so that only the closing one is sent. With `mayBeginInThought` nothing is
 * given out until the text shows what it is; without it, what was given out is retracted.
 */
export class ThoughtFilter {
  readonly #sink: Sink;
  #held = "";
  #closeTag: string | null = null;
  #isUndecided: boolean;
  #undecided = "";
  #last = "";
  #isAfterThought = false;
  /** A thought ended whose opening tag was never sent. */
  sawBareThought = false;

  constructor(sink: Sink, { mayBeginInThought = false } = {}) {
    this.#sink = sink;
    this.#isUndecided = mayBeginInThought;
  }

  /** What comes is text, and what was undecided too. */
  trustText(): void {
    this.#isUndecided = false;
    const undecided = this.#undecided;
    this.#undecided = "";
    this.#emit(undecided);
  }

  push(piece: string): void {
    if (this.#held === "" && this.#closeTag === null && this.#last !== "" && !mayBeginMarker.test(piece)) {
      return this.#emit(piece);
    }
    this.#held += piece;
    while (this.#takeOne());
  }

  /** The text is over: what was held back is no tag. */
  end(): void {
    if (this.#closeTag === null) this.#emit(this.#held);
    this.#held = "";
    this.trustText();
  }

  /** Takes the next tag, or all text that cannot be part of one. @returns whether there may be more. */
  #takeOne(): boolean {
    if (this.#closeTag !== null) return this.#skipThought(this.#closeTag);
    if (this.#last === "" && this.#undecided === "") {
      if (this.#beginsBareChannel()) return true;
      if (bareChannel.open.startsWith(this.#held)) return false; // it may begin one yet
    }
    const found = anyMarker.exec(this.#held);
    if (!found) {
      const safe = this.#held.length - possibleTagLength(this.#held);
      this.#emit(this.#held.slice(0, safe));
      this.#held = this.#held.slice(safe);
      return false;
    }
    const before = this.#held.slice(0, found.index);
    const marker = found[0].toLowerCase();
    this.#held = this.#held.slice(found.index + marker.length);
    if ((before || this.#last || this.#undecided).endsWith("`")) {
      this.#emit(before + found[0]);
    } else if (closeTags.has(marker)) {
      this.#endBareThought();
    } else {
      this.#emit(before);
      const closeTag = closeOf.get(marker);
      if (closeTag) this.#beginThought(closeTag);
    }
    return this.#held !== "";
  }

  #beginsBareChannel(): boolean {
    const { open, close } = bareChannel;
    if (!this.#held.startsWith(open) || !/^[A-Z가-힣]/.test(this.#held.slice(open.length))) return false;
    this.#held = this.#held.slice(open.length);
    this.#beginThought(close);
    return true;
  }

  #beginThought(closeTag: string): void {
    this.trustText();
    this.#closeTag = closeTag;
    this.#sink.onThinking();
  }

  #skipThought(closeTag: string): boolean {
    const at = this.#held.search(new RegExp(escaped(closeTag), "i"));
    if (at < 0) {
      this.#held = this.#held.slice(-longestMarker);
      return false;
    }
    this.#held = this.#held.slice(at + closeTag.length);
    this.#closeTag = null;
    this.#isAfterThought = true;
    return this.#held !== "";
  }

  #endBareThought(): void {
    this.sawBareThought = true;
    this.#isUndecided = false;
    this.#undecided = "";
    this.#isAfterThought = true;
    if (this.#last !== "") this.#sink.onRetract();
    this.#last = "";
  }

  #emit(text: string): void {
    if (text === "") return;
    if (this.#isUndecided) {
      if (this.#undecided === "") this.#sink.onThinking();
      this.#undecided += text;
      return;
    }
    // A thought has lines of its own: their white space goes with it.
    const isGap = this.#last === "" || (this.#isAfterThought && /\s/.test(this.#last));
    const shown = isGap ? text.trimStart() : text;
    if (shown === "") return;
    this.#isAfterThought = false;
    this.#last = shown.at(-1)!;
    this.#sink.onText(shown);
  }
}

/** The length of the longest end of `text` with which a marker begins. */
function possibleTagLength(text: string): number {
  const tail = text.slice(-(longestMarker - 1));
  for (let at = 0; at < tail.length; at += 1) {
    if (!mayBeginMarker.test(tail[at]!)) continue;
    const end = tail.slice(at).toLowerCase();
    if (markers.some((marker) => marker.startsWith(end))) return end.length;
  }
  return 0;
}

function escaped(marker: string): string {
  return marker.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
