/**
 * In lower case. `<think>`: DeepSeek R1, Qwen, GLM; `<thought>`: Gemma; `<seed:think>`: Seed-OSS; `[think]`:
 * Magistral; `◁think▷`: Kimi; channels: gpt-oss when its server does not separate them.
 */
const thoughtTags = [
  ["<think>", "</think>"],
  ["<thinking>", "</thinking>"],
  ["<thought>", "</thought>"],
  ["<reasoning>", "</reasoning>"],
  ["<reflection>", "</reflection>"],
  ["<seed:think>", "</seed:think>"],
  ["[think]", "[/think]"],
  ["◁think▷", "◁/think▷"],
  ["<|begin_of_thought|>", "<|end_of_thought|>"],
  ["<|channel|>analysis", "<|channel|>final<|message|>"],
  ["<|channel|>commentary", "<|channel|>final<|message|>"],
] as const;

/**
 * gpt-oss when its server also drops the special tokens: only at the very start, before a capital or Hangul.
 */
const bareChannel = { open: "analysis", close: "assistantfinal" };

/** Tokens of chat templates that some servers leave in the text. */
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
/** A piece without these characters cannot contain a marker and needs no search. */
const mayBeginMarker = /[<[◁]/;

type Sink = {
  onText: (piece: string) => void;
  onThinking: () => void;
  onRetract: () => void;
};

/**
 * Removes the thoughts from a model's text, however the text is cut into pieces. Holds back what may be the
 * beginning of a tag. A tag after a backtick is text that mentions it.
 * A chat template may write the opening tag itself, so that only the closing one is sent. With
 * `mayBeginInThought` nothing is emitted until the kind of text is known; without it, emitted text is
 * retracted.
 */
export class ThoughtFilter {
  readonly #sink: Sink;
  #held = "";
  #closeTag: string | null = null;
  #isUndecided: boolean;
  #undecided = "";
  #last = "";
  #isAfterThought = false;
  sawBareThought = false;

  constructor(sink: Sink, { mayBeginInThought = false } = {}) {
    this.#sink = sink;
    this.#isUndecided = mayBeginInThought;
  }

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

  end(): void {
    if (this.#closeTag === null) this.#emit(this.#held);
    this.#held = "";
    this.trustText();
  }

  #takeOne(): boolean {
    if (this.#closeTag !== null) return this.#skipThought(this.#closeTag);
    if (this.#last === "" && this.#undecided === "") {
      if (this.#beginsBareChannel()) return true;
      if (bareChannel.open.startsWith(this.#held)) return false;
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
    // Thoughts are on separate lines. The white space around them is removed with them.
    const isGap = this.#last === "" || (this.#isAfterThought && /\s/.test(this.#last));
    const shown = isGap ? text.trimStart() : text;
    if (shown === "") return;
    this.#isAfterThought = false;
    this.#last = shown.at(-1)!;
    this.#sink.onText(shown);
  }
}

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
