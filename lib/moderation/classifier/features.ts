/** Weights are addressed by a hash of the feature: no list of features is kept. The number of buckets is 2 ** this. */
export const bucketBits = 21;

/** The rest of a longer text is not read, so that one text costs a bounded time. A review has at most 2,000 characters. */
const maxReadChars = 4000;

/** Each kind of feature starts its hash elsewhere: equal letters of two kinds are two features. */
const seeds = { chars: 0x9e3779b1, letters: 0x85ebca77, jamo: 0xc2b2ae3d, words: 0x27d4eb2f };
const orders = { chars: [2, 5], letters: [1, 4], jamo: [3, 7] } as const;

/** Called for each feature, with its bucket and the part of the text that it was read from. Some come more than once. */
type Visit = (bucket: number, from: number, to: number) => void;

/** Code units of a text, and where in the text each of them stands. */
type Sequence = { codes: number[]; offsets: number[] };

/**
 * Reads the features of a text: n-grams of its characters, of its letters without spaces and punctuation, of its Hangul
 * letters (jamo), and its words and pairs of words. Time is linear in the length of the text.
 * @param text as `normalise` gives it
 */
export function readFeatures(text: string, visit: Visit): void {
  const chars = squeeze(text);
  const letters = lettersOf(chars);
  readNgrams("chars", withSpacesAround(chars), visit);
  readNgrams("letters", letters, visit);
  readNgrams("jamo", jamoOf(letters), visit);
  readWords(chars, visit);
}

const space = 0x20;
const zero = 0x30;
const isDigit = (code: number) => code >= zero && code <= zero + 9;
const isSyllable = (code: number) => code >= 0xac00 && code <= 0xd7a3;
const isTypedLetter = (code: number) => code >= 0x3131 && code <= 0x3163;
const isLatin = (code: number) => code >= 0x61 && code <= 0x7a;
const isHanja = (code: number) => code >= 0x3400 && code <= 0x9fff;

const isLetter = (code: number) =>
  isSyllable(code) || isLatin(code) || isTypedLetter(code) || code === zero || isHanja(code);

/** Three and more of one character in a row count as two (ㅋㅋㅋㅋ is ㅋㅋ), and every digit as 0. */
function squeeze(text: string): Sequence {
  const squeezed: Sequence = { codes: [], offsets: [] };
  const { codes, offsets } = squeezed;
  const length = Math.min(text.length, maxReadChars);
  for (let at = 0; at < length; at += 1) {
    const written = text.charCodeAt(at);
    const code = isDigit(written) ? zero : written;
    if (code === codes.at(-1) && code === codes.at(-2)) continue;
    codes.push(code);
    offsets.push(at);
  }
  return squeezed;
}

/** The ends of a text are ends of words, too. */
const withSpacesAround = ({ codes, offsets }: Sequence): Sequence => ({
  codes: [space, ...codes, space],
  offsets: [offsets[0] ?? 0, ...offsets, offsets.at(-1) ?? 0],
});

function lettersOf({ codes, offsets }: Sequence): Sequence {
  const letters: Sequence = { codes: [], offsets: [] };
  for (const [at, code] of codes.entries()) if (isLetter(code)) push(letters, code, offsets[at]!);
  return letters;
}

const codesOf = (letters: string) => [...letters].map((letter) => letter.charCodeAt(0));
const leads = codesOf("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ");
const firstVowel = 0x314f;
const tails = codesOf("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ");

/** Syllables taken apart, so that 씨발, 쒸발 and ㅆ발 have letters in common. */
function jamoOf({ codes, offsets }: Sequence): Sequence {
  const jamo: Sequence = { codes: [], offsets: [] };
  for (const [at, code] of codes.entries()) {
    const offset = offsets[at]!;
    if (!isSyllable(code)) {
      push(jamo, code, offset);
      continue;
    }
    const syllable = code - 0xac00;
    const tail = syllable % 28;
    push(jamo, leads[Math.floor(syllable / 588)]!, offset);
    push(jamo, firstVowel + (Math.floor(syllable / 28) % 21), offset);
    if (tail > 0) push(jamo, tails[tail - 1]!, offset);
  }
  return jamo;
}

function push({ codes, offsets }: Sequence, code: number, offset: number): void {
  codes.push(code);
  offsets.push(offset);
}

function readNgrams(kind: keyof typeof orders, { codes, offsets }: Sequence, visit: Visit): void {
  const [shortest, longest] = orders[kind];
  for (let at = 0; at < codes.length; at += 1) {
    let hash = seeds[kind];
    const end = Math.min(at + longest, codes.length);
    for (let last = at; last < end; last += 1) {
      hash = mix(hash, codes[last]!);
      const order = last - at + 1;
      if (order >= shortest) visit(bucketOf(hash ^ order), offsets[at]!, offsets[last]! + 1);
    }
  }
}

function readWords({ codes, offsets }: Sequence, visit: Visit): void {
  let previous: { hash: number; from: number } | undefined;
  for (let at = 0; at < codes.length; at += 1) {
    if (!isLetter(codes[at]!)) continue;
    const from = offsets[at]!;
    let hash = seeds.words;
    for (; at < codes.length && isLetter(codes[at]!); at += 1) hash = mix(hash, codes[at]!);
    const to = offsets[at - 1]! + 1;
    visit(bucketOf(hash), from, to);
    if (previous) visit(bucketOf(mix(previous.hash, hash)), previous.from, to);
    previous = { hash, from };
  }
}

const mix = (hash: number, code: number) => (Math.imul(hash ^ code, 0x01000193) + 0x9e3779b9) | 0;

/** The last step of MurmurHash3, which spreads the hash over all of its bits. */
function bucketOf(hash: number): number {
  let spread = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  spread = Math.imul(spread ^ (spread >>> 13), 0xc2b2ae35);
  return (spread ^ (spread >>> 16)) & ((1 << bucketBits) - 1);
}
