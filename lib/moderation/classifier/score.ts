import { bucketBits, maxFeatures, readFeatures } from "./features.ts";

/** A linear model: the weight of each bucket in units of `scale`. The number of buckets is a power of two. */
export type LinearModel = { weights: ArrayLike<number>; scale: number; bias: number };

/**
 * A text is also scored in overlapping windows of so many characters: in a whole text, a few words of abuse are
 * outweighed by many polite ones. Of abuse between three polite reviews the whole text's score finds 3 %, windows 51 %
 * (45 % with two windows over each character).
 */
const windowChars = 24;
const windowsOverEach = 3;
const strideChars = windowChars / windowsOverEach;
/**
 * A window must score higher than a whole text by this: it rests on less, and a long text has many. With less than
 * this, texts of eight reviews are rejected more often than short ones.
 */
const windowMargin = 0.9;

/** A score, and the part of the text that has it: the whole or one window. */
export type Score = { score: number; from: number; to: number };

/** Buckets of the text at hand, each once. Used again: emptied by what it lists. */
const seen = new Uint8Array(1 << bucketBits);
const unique = new Int32Array(maxFeatures);

/**
 * The score of a text or of its worst window: the sum of the weights of its features, divided by the root of their
 * number, plus the bias. One pass; the time is linear in the length of the text.
 * @param text as `normalise` gives it
 */
export function scoreText(text: string, { weights, scale, bias }: LinearModel): Score {
  const mask = weights.length - 1;
  const windowCount = Math.max(0, Math.ceil((text.length - windowChars) / strideChars) + 1);
  const sums = new Float64Array(windowCount);
  const counts = new Float64Array(windowCount);
  let sum = 0;
  let count = 0;
  readFeatures(text, (bucket, from, to) => {
    const weight = weights[bucket & mask]!;
    if (seen[bucket] === 0) {
      seen[bucket] = 1;
      unique[count] = bucket;
      count += 1;
      sum += weight;
    }
    // A feature is in the window that begins in its stride, and in those before that reach so far.
    const last = Math.floor(from / strideChars);
    for (let at = Math.max(0, last - windowsOverEach + 1); at <= last && at < windowCount; at += 1) {
      if (to > at * strideChars + windowChars) continue;
      sums[at]! += weight;
      counts[at]! += 1;
    }
  });
  for (let at = 0; at < count; at += 1) seen[unique[at]!] = 0;
  let worst: Score = { score: (scale * sum) / Math.sqrt(count || 1), from: 0, to: text.length };
  for (let at = 0; at < windowCount; at += 1) {
    const score = (scale * sums[at]!) / Math.sqrt(counts[at]! || 1) - windowMargin;
    const from = at * strideChars;
    if (score > worst.score) worst = { score, from, to: Math.min(text.length, from + windowChars) };
  }
  return { ...worst, score: worst.score + bias };
}

/** The scores of a text as a whole, one for each model. One pass; a feature counts as often as it is there. */
export function scoreByEach(text: string, models: readonly LinearModel[]): number[] {
  const sums = new Float64Array(models.length);
  let count = 0;
  readFeatures(text, (bucket) => {
    for (let at = 0; at < models.length; at += 1)
      sums[at]! += models[at]!.weights[bucket & (models[at]!.weights.length - 1)]!;
    count += 1;
  });
  return models.map(({ scale, bias }, at) => (scale * sums[at]!) / Math.sqrt(count || 1) + bias);
}
