/** Weights are addressed by a hash of the feature, in 2 ** bucketBits buckets; no list of features is stored. */
export const bucketBits = 21;

/** Bounds the time per text. A review has at most 2,000 characters. */
const maxReadChars = 4000;

/** A separate seed per kind: the same letters in two kinds are two features. */
const seeds = { chars: 0x9e3779b1, letters: 0x85ebca77, jamo: 0xc2b2ae3d, words: 0x27d4eb2f };
const orders = { chars: [2, 5], letters: [1, 4], jamo: [3, 7] } as const;

/** Upper bound. Per character: 4 features of characters, 4 of letters, 15 of jamo, 2 of words. */
export const maxFeatures = 25 * (maxReadChars + 2);

type Visit = (bucket: number, from: number, to: number) => void;

type Sequence = { codes: Uint16Array; offsets: Uint16Array; length: number };

const sequenceOf = (longest: number): Sequence => ({
  codes: new Uint16Array(longest),
  offsets: new Uint16Array(longest),
  length: 0,
});
/**
 * Shared buffers, overwritten by the next text: allocating takes longer than filling. A syllable has up to three
 * jamo.
 */
const space = {
  chars: sequenceOf(maxReadChars + 2),
  letters: sequenceOf(maxReadChars),
  jamo: sequenceOf(3 * maxReadChars),
};

/**
 * N-grams of characters, of letters without spaces and punctuation, and of Hangul letters (jamo); words and pairs of
 * words. Linear in the length of the text, which must be normalised.
 */
export function readFeatures(text: string, visit: Visit): void {
  const chars = squeeze(text);
  const letters = lettersOf(chars);
  readNgrams("chars", chars, visit);
  readNgrams("letters", letters, visit);
  readNgrams("jamo", jamoOf(letters), visit);
  readWords(chars, visit);
}

const blank = 0x20;
const zero = 0x30;
const isDigit = (code: number) => code >= zero && code <= zero + 9;
const isSyllable = (code: number) => code >= 0xac00 && code <= 0xd7a3;
const isTypedLetter = (code: number) => code >= 0x3131 && code <= 0x3163;
const isLatin = (code: number) => code >= 0x61 && code <= 0x7a;
const isHanja = (code: number) => code >= 0x3400 && code <= 0x9fff;

const isLetter = (code: number) =>
  isSyllable(code) || isLatin(code) || isTypedLetter(code) || code === zero || isHanja(code);

/**
 * Three or more equal characters count as two (ㅋㅋㅋㅋ is ㅋㅋ), and every digit as 0. Adds a space at each end, because
 * the ends of a text are also ends of words.
 */
function squeeze(text: string): Sequence {
  const squeezed = emptied(space.chars);
  const { codes } = squeezed;
  const length = Math.min(text.length, maxReadChars);
  push(squeezed, blank, 0);
  for (let at = 0; at < length; at += 1) {
    const written = text.charCodeAt(at);
    const code = isDigit(written) ? zero : written;
    const count = squeezed.length;
    if (count > 2 && code === codes[count - 1] && code === codes[count - 2]) continue;
    push(squeezed, code, at);
  }
  push(squeezed, blank, Math.max(0, length - 1));
  return squeezed;
}

function lettersOf({ codes, offsets, length }: Sequence): Sequence {
  const letters = emptied(space.letters);
  for (let at = 0; at < length; at += 1) if (isLetter(codes[at]!)) push(letters, codes[at]!, offsets[at]!);
  return letters;
}

const codesOf = (letters: string) => [...letters].map((letter) => letter.charCodeAt(0));
const leads = codesOf("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ");
const firstVowel = 0x314f;
const tails = codesOf("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ");

/** Splits syllables, so that 씨발, 쒸발 and ㅆ발 share letters. */
function jamoOf({ codes, offsets, length }: Sequence): Sequence {
  const jamo = emptied(space.jamo);
  for (let at = 0; at < length; at += 1) {
    const code = codes[at]!;
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

function emptied(sequence: Sequence): Sequence {
  sequence.length = 0;
  return sequence;
}

function push(sequence: Sequence, code: number, offset: number): void {
  sequence.codes[sequence.length] = code;
  sequence.offsets[sequence.length] = offset;
  sequence.length += 1;
}

function readNgrams(kind: keyof typeof orders, { codes, offsets, length }: Sequence, visit: Visit): void {
  const [shortest, longest] = orders[kind];
  for (let at = 0; at < length; at += 1) {
    let hash = seeds[kind];
    const end = Math.min(at + longest, length);
    for (let last = at; last < end; last += 1) {
      hash = mix(hash, codes[last]!);
      const order = last - at + 1;
      if (order >= shortest) visit(bucketOf(hash ^ order), offsets[at]!, offsets[last]! + 1);
    }
  }
}

function readWords({ codes, offsets, length }: Sequence, visit: Visit): void {
  let previous: { hash: number; from: number } | undefined;
  for (let at = 0; at < length; at += 1) {
    if (!isLetter(codes[at]!)) continue;
    const from = offsets[at]!;
    let hash = seeds.words;
    for (; at < length && isLetter(codes[at]!); at += 1) hash = mix(hash, codes[at]!);
    const to = offsets[at - 1]! + 1;
    visit(bucketOf(hash), from, to);
    if (previous) visit(bucketOf(mix(previous.hash, hash)), previous.from, to);
    previous = { hash, from };
  }
}

const mix = (hash: number, code: number) => (Math.imul(hash ^ code, 0x01000193) + 0x9e3779b9) | 0;

/** The finaliser of MurmurHash3: every input bit affects every output bit. */
function bucketOf(hash: number): number {
  let spread = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  spread = Math.imul(spread ^ (spread >>> 13), 0xc2b2ae35);
  return (spread ^ (spread >>> 16)) & ((1 << bucketBits) - 1);
}
