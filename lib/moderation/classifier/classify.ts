import { maxEvidence } from "../broken-rule.ts";
import type { Normalised } from "../patterns/normalise.ts";
import { readFeatures } from "./features.ts";
import { type ClassifiedRule, type Linear, type Weights, classifiedRules, loadWeights } from "./weights.ts";

/** What the classifier says of a text. */
export type Classification = {
  /** From 0 to 1: how likely it is abuse. */
  score: number;
  /** The rules it knows of, the likeliest first. */
  rules: ClassifiedRule[];
};

/**
 * Scores a text in one pass over its features. Pure; linear in the length of the text, of which at most 4,000 characters
 * are read: 300 take about 0.5 ms (bench/RESULTS-CLASSIFIER.md), so it needs neither a worker nor a deadline.
 */
export function classify(text: Normalised, weights: Weights = loadWeights()): Classification {
  const buckets = new Set<number>();
  readFeatures(text.text, (bucket) => buckets.add(bucket));
  const { slope, offset } = weights.calibration;
  const score = 1 / (1 + Math.exp(-(slope * linearScore(weights.abuse, buckets) + offset)));
  const rules = classifiedRules
    .map((rule) => ({ rule, score: linearScore(weights.rules[rule], buckets) }))
    .toSorted((one, other) => other.score - one.score)
    .map(({ rule }) => rule);
  return { score, rules };
}

function linearScore({ bits, scale, bias, weights }: Linear, buckets: Set<number>): number {
  const mask = (1 << bits) - 1;
  let sum = 0;
  for (const bucket of buckets) sum += weights[bucket & mask]!;
  return (scale * sum) / Math.sqrt(buckets.size || 1) + bias;
}

/** A word counts as a reason when it weighs at least this share of the heaviest. */
const shareOfHeaviest = 0.4;

/**
 * The words that a high score rests on, as they were written, in their order: those whose features weigh most. None
 * when no word of it speaks for abuse.
 */
export function heavyWords(text: Normalised, { abuse }: Weights = loadWeights()): string[] {
  const weightAt = new Float64Array(text.text.length + 1);
  readFeatures(text.text, (bucket, from, to) => {
    const share = abuse.weights[bucket]! / (to - from);
    for (let at = from; at < to; at += 1) weightAt[at]! += share;
  });
  const words = [...text.text.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    const to = index + word.length;
    return { from: index, to, weight: weightAt.subarray(index, to).reduce((sum, weight) => sum + weight, 0) };
  });
  const heaviest = Math.max(...words.map(({ weight }) => weight), 0);
  const chosen = words
    .filter(({ weight }) => weight > 0 && weight >= heaviest * shareOfHeaviest)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, maxEvidence)
    .toSorted((one, other) => one.from - other.from);
  return [...new Set(chosen.map(({ from, to }) => text.original(from, to)))];
}
