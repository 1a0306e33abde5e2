import { maxEvidence } from "../broken-rule.ts";
import type { Normalised } from "../patterns/normalise.ts";
import { readFeatures } from "./features.ts";
import { type Score, scoreByEach, scoreText } from "./score.ts";
import { type ClassifiedRule, type Weights, classifiedRules, loadWeights } from "./weights.ts";

/** What the classifier says of a text. */
export type Classification = {
  /** From 0 to 1: how likely it is abuse. */
  score: number;
  /** The rules it knows of, the likeliest first where the score reaches a threshold. */
  rules: ClassifiedRule[];
};

/**
 * Scores a text in one pass over its features, and a second one over its worst part when it is high. Pure; linear in
 * the length of the text, of which at most 4,000 characters are read, so it needs neither a worker nor a deadline.
 * Times: bench/RESULTS-CLASSIFIER.md.
 */
export function classify(text: Normalised, weights: Weights = loadWeights()): Classification {
  const read = withoutSelfDescriptions(text.text);
  const { score, from, to } = scoreText(read, weights.abuse);
  const likely = likelihood(score, weights);
  const isLow = likely < Math.min(...Object.values(weights.thresholds));
  const rules = isLow ? [...classifiedRules] : rankRules(read.slice(from, to), weights);
  return { score: likely, rules };
}

/** "못생긴 저도", "멍청한 제가". Not "못생긴 저 트레이너". */
const selfDescription =
  /(?<![가-힣])[가-힣]{2,7} (?=(?:저(?:는|도|에게|한테|를|처럼|까지|마저|만)|제가|제게|나(?:는|도|에게|한테|를|처럼)|내가)(?![가-힣]))/g;
const finalN = 4;

/** What writers call themselves insults nobody. Everything keeps its place. */
const withoutSelfDescriptions = (text: string) =>
  text.replaceAll(selfDescription, (words) => {
    const isModifier = (words.charCodeAt(words.length - 2) - 0xac00) % 28 === finalN;
    return isModifier ? " ".repeat(words.length) : words;
  });

const likelihood = (score: number, { calibration: { slope, offset } }: Weights) =>
  1 / (1 + Math.exp(-(slope * score + offset)));

function rankRules(part: string, { rules }: Weights): ClassifiedRule[] {
  const scores = scoreByEach(
    part,
    classifiedRules.map((rule) => rules[rule]),
  );
  return classifiedRules
    .map((rule, at) => ({ rule, score: scores[at]! }))
    .toSorted((one, other) => other.score - one.score)
    .map(({ rule }) => rule);
}

/** Of a longer text, evidence is looked for in so many characters around its worst part. */
const maxEvidenceChars = 240;
/** So many of the words that weigh most are tried: each costs a pass over the part. */
const maxTried = 8;
/** A word that lowers the score by less is no reason: between "reject" and a usual score lie about 2. */
const leastEffect = 0.25;

/**
 * The words that a high score rests on, as they were written, in their order: those without which the score falls most,
 * taken out one after the other until the rest would stop nobody. None when no word carries the score.
 */
export function decisiveWords(text: Normalised, weights: Weights = loadWeights()): string[] {
  const { abuse, thresholds } = weights;
  const isFine = (score: number) => likelihood(score, weights) < Math.min(...Object.values(thresholds));
  const read = withoutSelfDescriptions(text.text);
  const words = wordsAround(read, scoreText(read, abuse));
  const taken: Word[] = [];
  let { score } = scoreText(textOf(words), abuse);
  while (taken.length < maxEvidence && !isFine(score)) {
    const left = words.filter((word) => !taken.includes(word));
    const tried = heaviest(left, abuse).map((word) => ({
      word,
      score: scoreText(textOf(left.filter((other) => other !== word)), abuse).score,
    }));
    const best = tried.toSorted((one, other) => one.score - other.score)[0];
    if (!best || score - best.score < leastEffect) break;
    taken.push(best.word);
    score = best.score;
  }
  const found = taken.toSorted((one, other) => one.from - other.from);
  return [...new Set(found.map(({ from, to }) => text.original(from, to)))];
}

type Word = { word: string; from: number; to: number };

const textOf = (words: Word[]) => words.map(({ word }) => word).join(" ");

/** The words of a text, of a long one those around its worst part. */
function wordsAround(text: string, { from, to }: Score): Word[] {
  const margin = Math.max(0, (maxEvidenceChars - (to - from)) / 2);
  return [...text.matchAll(/\S+/g)]
    .map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }))
    .filter(
      (word) => text.length <= maxEvidenceChars || (word.to > from - margin && word.from < to + margin),
    );
}

/** The words whose own features weigh most. */
function heaviest(words: Word[], { weights }: Weights["abuse"]): Word[] {
  const weighed = words.map((word) => {
    let weight = 0;
    readFeatures(word.word, (bucket) => (weight += weights[bucket]!));
    return { word, weight };
  });
  return weighed
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, maxTried)
    .map(({ word }) => word);
}
