import { type WordChoice, literalWords, requiredWords } from "./required-words.ts";

/** A tree of words, by their UTF-16 units. `id`: of the word that ends here. */
type Node = { id: number | null; next: Map<number, Node> }; /** Words of one set, by their ids. */
type FoundWords = { ids: number[]; has: Uint8Array };

/**
 * Patterns of which only those run over a text that can match it: one pass finds the words of the text that patterns
 * require. Of 170 patterns an ordinary text meets about two.
 */
export class PatternSet {
  readonly #patterns: RegExp[];
  /** For each pattern the number of its choices: of each a text must have one word. */
  readonly #choiceCounts: Uint8Array;
  readonly #ids = new Map<string, number>();
  /** For each word the choices that it is in, as pattern × `maxChoices` + choice. */
  readonly #choicesOf: number[][] = [];
  /** For each word the patterns that it stands in, required or not. */
  readonly #patternsOf: number[][] = [];
  /** Ciphers change Latin letters: such a word of the text is not the same word once decoded. */
  readonly #isLatin: boolean[] = [];
  readonly #root: Node = { id: null, next: new Map() };
  /** For each UTF-16 unit its number among the units that words are made of; 0 for all others. */
  readonly #numberOf = new Uint16Array(0x1_0000);
  #numbers = 1;
  /**
   * By the numbers of two units: 1 + the place in `#starts` of the node that both lead to. Nearly all places of a text
   * are passed with one look at this table.
   */
  readonly #startOf: Uint16Array;
  readonly #starts: Node[] = [];
  /** By the number of a unit: 1 + the id of the word that is this unit alone. */
  readonly #aloneOf: Uint16Array;

  /** `findsNew`: for `find` with `known`. It takes another pass over each pattern, and more words. */
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
   * The words that the first matching pattern finds, or null. `isEnough` may refuse a match of too few words. `known`:
   * only patterns in which a word of the text stands that is Latin or not among these.
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

  /** The patterns, in their order, whose required words the text has. No other can match. */
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

  /** The node where the word ends, made if there is none. */
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

  /** The words of this set that the text has. */
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

/** Every longer text has one of 이, 본, 위: such a choice says little, and looking for it costs much. */
function tellingChoices(choices: WordChoice[]): WordChoice[] {
  const telling = choices.filter((words) => words.every((word) => word.length > 1));
  return (telling.length > 0 ? telling : choices).slice(0, maxChoices);
}

/** More would filter hardly better. */
const maxChoices = 8;
