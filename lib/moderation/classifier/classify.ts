import { maxEvidence } from "../broken-rule.ts";
import type { Normalised } from "../patterns/normalise.ts";
import { readFeatures } from "./features.ts";
import { scoreText } from "./score.ts";
import { type ClassifiedRule, type Weights, classifiedRules, loadWeights } from "./weights.ts";

/** What the classifier says of a text. */
export type Classification = {
  /** From 0 to 1: how likely it is abuse. */
  score: number;
  /** The rules it knows of, the likeliest first where the score reaches a threshold. */
  rules: ClassifiedRule[];
};

/**
 * Scores a text in one pass over its features, or four when it is high. Pure; linear in the length of the text, of which at most 4,000 characters
 * are read: 300 take about 0.5 ms (bench/RESULTS-CLASSIFIER.md), so it needs neither a worker nor a deadline.
 */
export function classify(text: Normalised, weights: Weights = loadWeights()): Classification {
  const { slope, offset } = weights.calibration;
  const score = 1 / (1 + Math.exp(-(slope * scoreText(text.text, weights.abuse) + offset)));
  const isLow = score < Math.min(...Object.values(weights.thresholds));
  const rules = isLow ? [...classifiedRules] : rankRules(text.text, weights);
  return { score, rules };
}

/** Only for what is likely to break one: it takes three more passes. */
function rankRules(text: string, { rules }: Weights): ClassifiedRule[] {
  return classifiedRules
    .map((rule) => ({ rule, score: scoreText(text, rules[rule]) }))
    .toSorted((one, other) => other.score - one.score)
    .map(({ rule }) => rule);
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
