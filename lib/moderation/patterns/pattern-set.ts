import { requiredWords } from "./required-words.ts";

type Filtered = { pattern: RegExp; choices: number[][] };
type Word = { word: string; id: number };

/**
 * Patterns of which only those run over a text that can match it: one pass finds the words of the text that patterns
 * require. Of 170 patterns an ordinary text meets about two.
 */
export class PatternSet {
  readonly #ids = new Map<string, number>();
  /** Words by their first two UTF-16 units; those of one unit by that. */
  readonly #words = new Map<number, Word[]>();
  /** By `slotOf` the first two units: 1 when a word may begin so. It keeps nearly all lookups out of the map. */
  readonly #mayBegin = new Uint8Array(slots);
  readonly #patterns: Filtered[];

  constructor(patterns: RegExp[]) {
    this.#patterns = patterns.map((pattern) => ({
      pattern,
      choices: requiredWords(pattern).map((words) => words.map((word) => this.#add(word))),
    }));
  }

  /** The words that the first matching pattern finds, or null. `isEnough` may refuse a match of too few words. */
  find(text: string, isEnough: (words: string) => boolean = () => true): string | null {
    for (const pattern of this.possibleIn(text)) {
      const words = pattern.exec(text)?.[0];
      if (words !== undefined && isEnough(words)) return words;
    }
    return null;
  }

  /** The patterns, in their order, whose required words the text has. No other can match. */
  *possibleIn(text: string): Generator<RegExp> {
    const present = this.#wordsIn(text);
    for (const { pattern, choices } of this.#patterns) {
      if (choices.every((ids) => ids.some((id) => present[id] === 1))) yield pattern;
    }
  }

  #add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(word, id);
    const first = word.charCodeAt(0);
    const key = word.length === 1 ? first : first * 0x1_0000 + word.charCodeAt(1);
    this.#words.set(key, [...(this.#words.get(key) ?? []), { word, id }]);
    if (word.length > 1) this.#mayBegin[slotOf(first, word.charCodeAt(1))] = 1;
    else
      for (let slot = 0; slot < slots; slot += 1) if (slot >> 8 === first % 0x100) this.#mayBegin[slot] = 1;
    return id;
  }

  #wordsIn(text: string): Uint8Array {
    const present = new Uint8Array(this.#ids.size);
    let first = text.charCodeAt(0);
    for (let at = 0; at < text.length; at += 1) {
      const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
      if (this.#mayBegin[slotOf(first, second)] === 1) {
        for (const { id } of this.#words.get(first) ?? []) present[id] = 1;
        for (const { word, id } of this.#words.get(first * 0x1_0000 + second) ?? []) {
          if (present[id] === 0 && text.startsWith(word, at)) present[id] = 1;
        }
      }
      first = second;
    }
    return present;
  }
}

const slots = 0x1_0000;
const slotOf = (first: number, second: number) => (first % 0x100) * 0x100 + ((second ^ (second >> 8)) & 0xff);
