import { maxEvidence } from "../broken-rule.ts";
import type { Normalised } from "../patterns/normalise.ts";
import { readFeatures } from "./features.ts";
import { type Score, scoreByEach, scoreText } from "./score.ts";
import { type ClassifiedRule, type Weights, classifiedRules, loadWeights } from "./weights.ts";

export type Classification = {
  score: number;
  /** All known rules. Sorted by likelihood only when the score reaches a threshold. */
  rules: ClassifiedRule[];
};

/**
 * Scores a text in one pass, and ranks the rules in a second pass over its worst part when the score is high. Pure;
 * linear in the length of the text, of which at most 4,000 characters are read, so it needs neither a worker nor a
 * deadline. Times: bench/RESULTS-CLASSIFIER.md.
 */
export function classify(text: Normalised, weights: Weights = loadWeights()): Classification {
  const read = withoutSelfDescriptions(text.text);
  const { score, from, to } = scoreText(read, weights.abuse);
  const likely = likelihood(score, weights);
  const isLow = likely < Math.min(...Object.values(weights.thresholds));
  const rules = isLow ? [...classifiedRules] : rankRules(read.slice(from, to), weights);
  return { score: likely, rules };
}

/** Matches "못생긴 저도" and "멍청한 제가", but not "못생긴 저 트레이너". */
const selfDescription =
  /(?<![가-힣])[가-힣]{2,7} (?=(?:저(?:는|도|에게|한테|를|처럼|까지|마저|만)|제가|제게|나(?:는|도|에게|한테|를|처럼)|내가)(?![가-힣]))/g;
const finalN = 4;

/** Insults of the writer's own person are allowed. Spaces replace them, so that offsets stay valid. */
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

const maxEvidenceChars = 240;
/** Only runs that contain one of the heaviest words are scored: each costs a pass over the run. */
const maxTried = 8;
const maxRunWords = 4;
/** A run with less effect on the score is no evidence: a rejected text scores about 2 more than a usual one. */
const leastEffect = 0.25;
/** A neighbour of a run belongs to it from this likelihood on: "기구는" has 0.09, "여기" 0.29, "씨발" 0.32. */
const likelyWord = 0.3;

/**
 * Evidence for a high score, as written, in text order. Takes the run of whole words that scores highest, then the
 * next one, until the rest scores below every threshold. Empty when no run lowers the score or reaches a threshold
 * itself.
 */
export function decisiveWords(text: Normalised, weights: Weights = loadWeights()): string[] {
  const { abuse, thresholds } = weights;
  const isFine = (score: number) => likelihood(score, weights) < Math.min(...Object.values(thresholds));
  const scoreOf = (words: Word[]) => scoreText(textOf(words), abuse).score;
  const read = withoutSelfDescriptions(text.text);
  let left = wordsAround(read, scoreText(read, abuse));
  let score = scoreOf(left);
  const runs: Word[][] = [];
  while (runs.length < maxEvidence && !isFine(score)) {
    const run = strongestRun(left, weights);
    const rest = left.filter((word) => !run.includes(word));
    const scoreWithout = scoreOf(rest);
    // Of two equal insults, neither lowers the score alone.
    if (score - scoreWithout < leastEffect && isFine(scoreOf(run))) break;
    runs.push(run);
    left = rest;
    score = scoreWithout;
  }
  return [...new Set(joined(runs).map((run) => text.original(run[0]!.from, run.at(-1)!.to)))];
}

function joined(runs: Word[][]): Word[][] {
  const quotes: Word[][] = [];
  for (const run of runs.toSorted((one, other) => one[0]!.from - other[0]!.from)) {
    const last = quotes.at(-1);
    if (last && run[0]!.place - last.at(-1)!.place <= 2) last.push(...run);
    else quotes.push([...run]);
  }
  return quotes;
}

type Word = { word: string; from: number; to: number; place: number };

const textOf = (words: Word[]) => words.map(({ word }) => word).join(" ");

const bareWord = /[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/u;

function wordsAround(text: string, { from, to }: Score): Word[] {
  const margin = Math.max(0, (maxEvidenceChars - (to - from)) / 2);
  return [...text.matchAll(/\S+/g)]
    .map(({ 0: word, index }, place) => {
      const { 0: bare, index: start } = bareWord.exec(word) ?? { 0: word, index: 0 };
      return { word, from: index + start, to: index + start + bare.length, place };
    })
    .filter(
      (word) => text.length <= maxEvidenceChars || (word.to > from - margin && word.from < to + margin),
    );
}

function strongestRun(words: Word[], weights: Weights): Word[] {
  const { abuse } = weights;
  const heavy = new Set(heaviest(words, abuse));
  let strongest = { from: 0, to: 0, score: -Infinity };
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= Math.min(from + maxRunWords, words.length); to += 1) {
      const run = words.slice(from, to);
      if (run.at(-1)!.place - run[0]!.place >= run.length) break;
      if (!run.some((word) => heavy.has(word))) continue;
      const { score } = scoreText(textOf(run), abuse);
      if (score > strongest.score) strongest = { from, to, score };
    }
  }
  let { from, to } = strongest;
  const belongs = (word: Word | undefined, beside: Word) =>
    word !== undefined &&
    Math.abs(word.place - beside.place) === 1 &&
    word.to - word.from > 1 &&
    likelihood(scoreText(word.word, abuse).score, weights) >= likelyWord;
  while (from > 0 && to - from < maxRunWords && belongs(words[from - 1], words[from]!)) from -= 1;
  while (to - from < maxRunWords && belongs(words[to], words[to - 1]!)) to += 1;
  return words.slice(from, to);
}

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
