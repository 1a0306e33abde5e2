import { type WordChoice, requiredWords } from "./required-words.ts";

/** A tree of words, by their UTF-16 units. `id`: of the word that ends here. */
type Node = { id: number | null; next: Map<number, Node> };
/** `choices`: of each of them a text must have one word. */
type Filtered = { pattern: RegExp; choices: number };

/**
 * Patterns of which only those run over a text that can match it: one pass finds the words of the text that patterns
 * require. Of 170 patterns an ordinary text meets about two.
 */
export class PatternSet {
  readonly #patterns: Filtered[];
  readonly #ids = new Map<string, number>();
  /** For each word the choices that it is in, as pattern × `maxChoices` + choice. */
  readonly #choicesOf: number[][] = [];
  readonly #root: Node = { id: null, next: new Map() };
  /** By `slotOf` two units: 1 when a word may begin so. Nearly all places of a text are passed with one look. */
  readonly #mayBegin = new Uint8Array(slots);

  constructor(patterns: RegExp[]) {
    this.#patterns = patterns.map((pattern, at) => {
      const choices = tellingChoices(requiredWords(pattern));
      for (const [choice, words] of choices.entries())
        for (const word of new Set(words)) this.#choicesOf[this.#add(word)]!.push(at * maxChoices + choice);
      return { pattern, choices: choices.length };
    });
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
  possibleIn(text: string): RegExp[] {
    const met = new Uint8Array(this.#patterns.length * maxChoices);
    const left = Uint8Array.from(this.#patterns, ({ choices }) => choices);
    for (const id of this.#wordsIn(text)) {
      for (const choice of this.#choicesOf[id]!) {
        if (met[choice] === 1) continue;
        met[choice] = 1;
        left[Math.floor(choice / maxChoices)]! -= 1;
      }
    }
    return this.#patterns.filter((_, at) => left[at] === 0).map(({ pattern }) => pattern);
  }

  #add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(word, id);
    this.#choicesOf.push([]);
    this.#nodeOf(word).id = id;
    const first = word.charCodeAt(0) % 0x100;
    if (word.length > 1) this.#mayBegin[slotOf(first, word.charCodeAt(1))] = 1;
    else this.#mayBegin.fill(1, first * 0x100, (first + 1) * 0x100);
    return id;
  }

  /** The node where the word ends, made if there is none. */
  #nodeOf(word: string): Node {
    let node = this.#root;
    for (let at = 0; at < word.length; at += 1) {
      const unit = word.charCodeAt(at);
      const next = node.next.get(unit) ?? { id: null, next: new Map() };
      node.next.set(unit, next);
      node = next;
    }
    return node;
  }

  #wordsIn(text: string): number[] {
    const found: number[] = [];
    const isFound = new Uint8Array(this.#ids.size);
    const { length } = text;
    let first = text.charCodeAt(0);
    for (let at = 0; at < length; at += 1) {
      const second = at + 1 < length ? text.charCodeAt(at + 1) : 0;
      if (this.#mayBegin[slotOf(first, second)] === 1) {
        let node = this.#root.next.get(first);
        for (let to = at + 1; node; to += 1) {
          if (node.id !== null && isFound[node.id] === 0) {
            isFound[node.id] = 1;
            found.push(node.id);
          }
          node = to < length ? node.next.get(text.charCodeAt(to)) : undefined;
        }
      }
      first = second;
    }
    return found;
  }
}

/** Every longer text has one of 이, 본, 위: such a choice says little, and looking for it costs much. */
function tellingChoices(choices: WordChoice[]): WordChoice[] {
  const telling = choices.filter((words) => words.every((word) => word.length > 1));
  return (telling.length > 0 ? telling : choices).slice(0, maxChoices);
}

/** More would filter hardly better. */
const maxChoices = 8;
const slots = 0x1_0000;
const slotOf = (first: number, second: number) => (first % 0x100) * 0x100 + ((second ^ (second >> 8)) & 0xff);
