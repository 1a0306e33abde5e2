import { readFeatures } from "./features.ts";

/** A linear model: the weight of each bucket in units of `scale`. The number of buckets is a power of two. */
export type LinearModel = { weights: ArrayLike<number>; scale: number; bias: number };

/**
 * A text is also scored in overlapping windows of so many characters: in a whole text, a few words of abuse are
 * outweighed by many polite ones. Of abuse between three polite reviews the whole text's score finds 3 %, windows 38 %.
 */
const windowChars = 24;
const strideChars = windowChars / 2;
/**
 * A window must score higher than a whole text by this: it rests on less, and a long text has many. Windows then add
 * 0.04 % to the false positives among short reviews (docs/classifier.md).
 */
const windowMargin = 0.9;

/**
 * The score of a text or of its worst window: the sum of the weights of its features, divided by the root of their
 * number, plus the bias. One pass; the time is linear in the length of the text.
 * @param text as `normalise` gives it
 */
export function scoreText(text: string, { weights, scale, bias }: LinearModel): number {
  const mask = weights.length - 1;
  const buckets = new Set<number>();
  const windowCount = Math.max(0, Math.ceil((text.length - windowChars) / strideChars) + 1);
  const sums = new Float64Array(windowCount);
  const counts = new Float64Array(windowCount);
  readFeatures(text, (bucket, from, to) => {
    buckets.add(bucket);
    // A feature is in the window that begins in its stride, and in the one before.
    const last = Math.floor(from / strideChars);
    for (let at = Math.max(0, last - 1); at <= last && at < windowCount; at += 1) {
      if (to > at * strideChars + windowChars) continue;
      sums[at]! += weights[bucket & mask]!;
      counts[at]! += 1;
    }
  });
  let sum = 0;
  for (const bucket of buckets) sum += weights[bucket & mask]!;
  let worst = (scale * sum) / Math.sqrt(buckets.size || 1);
  for (let at = 0; at < windowCount; at += 1) {
    worst = Math.max(worst, (scale * sums[at]!) / Math.sqrt(counts[at]! || 1) - windowMargin);
  }
  return worst + bias;
}
