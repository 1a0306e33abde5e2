import { type WordChoice, literalWords, requiredWords } from "./required-words.ts";

/** A trie over UTF-16 units. `id`: the word that ends here. */
type Node = { id: number | null; next: Map<number, Node> };
type FoundWords = { ids: number[]; has: Uint8Array };

/**
 * Runs only the patterns that can match a text: one pass finds the words that patterns require. Of 170 patterns an
 * ordinary text needs about two.
 */
export class PatternSet {
  readonly #patterns: RegExp[];
  /** Per pattern: the number of its choices. A text must have one word of each. */
  readonly #choiceCounts: Uint8Array;
  readonly #ids = new Map<string, number>();
  readonly #choicesOf: number[][] = [];
  readonly #patternsOf: number[][] = [];
  /** Ciphers change Latin letters, so a Latin word in a decoded text is not the word of the original. */
  readonly #isLatin: boolean[] = [];
  readonly #root: Node = { id: null, next: new Map() };
  readonly #numberOf = new Uint16Array(0x1_0000);
  #numbers = 1;
  /**
   * By the numbers of two units: 1 + the index in `#starts` of their node. Most positions of a text need only this
   * lookup.
   */
  readonly #startOf: Uint16Array;
  readonly #starts: Node[] = [];
  readonly #aloneOf: Uint16Array;

  /** `findsNew` enables `known` in `find`, at the cost of another pass over each pattern and more words. */
  constructor(patterns: RegExp[], { findsNew = false } = {}) {
    this.#patterns = patterns;
    this.#choiceCounts = new Uint8Array(patterns.length);
    for (const [at, pattern] of patterns.entries()) {
      const choices = tellingChoices(requiredWords(pattern));
      for (const word of findsNew ? literalWords(pattern) : []) this.#patternsOf[this.#add(word)]!.push(at);
      for (const [choice, words] of choices.entries())
        for (const word of new Set(words)) this.#choicesOf[this.#add(word)]!.push(at * maxChoices + choice);
      this.#choiceCounts[at] = choices.length;
    }
    this.#startOf = new Uint16Array(this.#numbers ** 2);
    this.#aloneOf = new Uint16Array(this.#numbers);
    for (const [unit, { id, next }] of this.#root.next) {
      const first = this.#numberOf[unit]!;
      if (id !== null) this.#aloneOf[first] = id + 1;
      for (const [second, node] of next)
        this.#startOf[first * this.#numbers + this.#numberOf[second]!] = this.#starts.push(node);
    }
  }

  /**
   * The match of the first matching pattern that `isEnough` accepts. With `known`, only patterns that contain a word
   * of the text which is Latin or not in `known`.
   */
  find(
    text: string,
    { isEnough = () => true, known }: { isEnough?: (words: string) => boolean; known?: FoundWords } = {},
  ): string | null {
    for (const pattern of this.possibleIn(text, known)) {
      const words = pattern.exec(text)?.[0];
      if (words !== undefined && isEnough(words)) return words;
    }
    return null;
  }

  /** The patterns whose required words occur in the text, in order. No other can match. */
  possibleIn(text: string, known?: FoundWords): RegExp[] {
    const met = new Uint8Array(this.#patterns.length * maxChoices);
    const left = this.#choiceCounts.slice();
    const hasNew = new Uint8Array(this.#patterns.length);
    for (const id of this.wordsIn(text).ids) {
      if (known && (known.has[id] === 0 || this.#isLatin[id]))
        for (const at of this.#patternsOf[id]!) hasNew[at] = 1;
      for (const choice of this.#choicesOf[id]!) {
        if (met[choice] === 1) continue;
        met[choice] = 1;
        left[(choice / maxChoices) | 0]! -= 1;
      }
    }
    const isNew = (at: number) => !known || hasNew[at] === 1 || this.#choiceCounts[at] === 0;
    return this.#patterns.filter((_, at) => left[at] === 0 && isNew(at));
  }

  #add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(word, id);
    this.#choicesOf.push([]);
    this.#patternsOf.push([]);
    this.#isLatin.push(/[a-z]/.test(word));
    this.#nodeOf(word).id = id;
    return id;
  }

  #nodeOf(word: string): Node {
    let node = this.#root;
    for (let at = 0; at < word.length; at += 1) {
      const unit = word.charCodeAt(at);
      if (this.#numberOf[unit] === 0) this.#numberOf[unit] = this.#numbers++;
      const next = node.next.get(unit) ?? { id: null, next: new Map() };
      node.next.set(unit, next);
      node = next;
    }
    return node;
  }

  wordsIn(text: string): FoundWords {
    const ids: number[] = [];
    const has = new Uint8Array(this.#ids.size);
    const add = (id: number) => {
      if (has[id] === 1) return;
      has[id] = 1;
      ids.push(id);
    };
    const { length } = text;
    let first = this.#numberOf[text.charCodeAt(0)]!;
    for (let at = 0; at < length; at += 1) {
      const second = at + 1 < length ? this.#numberOf[text.charCodeAt(at + 1)]! : 0;
      const alone = this.#aloneOf[first]!;
      if (alone > 0) add(alone - 1);
      const start = this.#startOf[first * this.#numbers + second]!;
      if (start > 0) this.#follow(this.#starts[start - 1]!, text, at + 2, add);
      first = second;
    }
    return { ids, has };
  }

  #follow(start: Node, text: string, from: number, add: (id: number) => void): void {
    let node: Node | undefined = start;
    for (let to = from; node; to += 1) {
      if (node.id !== null) add(node.id);
      node = to < text.length ? node.next.get(text.charCodeAt(to)) : undefined;
    }
  }
}

/** Every longer text contains 이, 본 or 위: a choice with such a word hardly filters and is slow. */
function tellingChoices(choices: WordChoice[]): WordChoice[] {
  const telling = choices.filter((words) => words.every((word) => word.length > 1));
  return (telling.length > 0 ? telling : choices).slice(0, maxChoices);
}

const maxChoices = 8;
