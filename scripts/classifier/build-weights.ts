import { createHash } from "node:crypto";
import { bucketBits } from "../../lib/moderation/classifier/features.ts";
import {
  type ClassifiedRule,
  type Linear,
  type Weights,
  encodeWeights,
} from "../../lib/moderation/classifier/weights.ts";
import { scoreText } from "../../lib/moderation/classifier/score.ts";
import { normalise } from "../../lib/moderation/patterns/normalise.ts";
import type { LabelledText } from "./labelled-texts.ts";
import {
  type Example,
  type LinearModel,
  scoreOf,
  trainLogistic,
  trainNaiveBayesSvm,
} from "./linear-models.ts";

/** Enough to distinguish three rules. Three models of 2 ** 21 weights would take 6 MB. */
const ruleBits = 17;

/** Maximum shares of ordinary reviews that are rejected, stopped (rejected or held), or refused consent. */
const falsePositives = { reject: 0.004, hold: 0.006, consent: 0.005 };

/** The kinds of K-MHaS by our rules: hate is physical, politics, origin, age, gender, race, religion. */
const kindsOf: Record<ClassifiedRule, string[]> = {
  profanity: ["3"],
  harassment: ["1", "2"],
  hate: ["0", "4", "5", "6", "7"],
};

const partCount = 3;
const partOf = ({ share }: LabelledText) => Math.floor((share * 1009) % partCount);

/**
 * Trains the classifier. Thresholds and calibration use the scores of models that were not trained on the text: scores of
 * training texts would give thresholds that are too low.
 */
export function buildWeights(texts: LabelledText[]): Weights {
  const scored = Array.from({ length: partCount }, (_, part) => scorePart(texts, part));
  const outOfPart = scored.flatMap(({ scores }) => scores);
  const units = [0, 1].map((at) => mean(scored.map(({ deviations }) => deviations[at]!)));
  const abuse = quantise(average(trainBoth(texts), units), bucketBits);
  const calibration = calibrate(
    outOfPart.filter(({ text }) => !["complaint", "mention"].includes(text.source)),
  );
  const ordinary = outOfPart
    .filter(({ text }) => text.source === "praise")
    .map(({ score }) => 1 / (1 + Math.exp(-(calibration.slope * score + calibration.offset))))
    .toSorted((one, other) => other - one);
  const thresholdAt = (share: number) => round(ordinary[Math.floor(ordinary.length * share)]!);
  const unnamed: Weights = {
    version: "",
    abuse,
    calibration,
    thresholds: {
      reject: thresholdAt(falsePositives.reject),
      hold: thresholdAt(falsePositives.hold),
      consent: thresholdAt(falsePositives.consent),
    },
    rules: {
      profanity: trainRule(texts, "profanity"),
      harassment: trainRule(texts, "harassment"),
      hate: trainRule(texts, "hate"),
    },
  };
  const version = createHash("sha256").update(encodeWeights(unnamed)).digest("hex").slice(0, 8);
  return { ...unnamed, version: `sora-classifier-${version}` };
}

type Scored = { text: LabelledText; score: number };

function scorePart(texts: LabelledText[], part: number): { scores: Scored[]; deviations: number[] } {
  const models = trainBoth(texts.filter((text) => partOf(text) !== part));
  const left = texts.filter((text) => partOf(text) === part);
  const praise = left.filter(({ source }) => source === "praise");
  const deviations = models.map((model) => deviation(praise.map(({ features }) => scoreOf(model, features))));
  const both = average(models, deviations);
  const score = (text: string) => scoreText(normalise(text).text, { ...both, scale: 1 }).score;
  return { scores: left.map((text) => ({ text, score: score(text.text) })), deviations };
}

const trainBoth = (texts: LabelledText[]): LinearModel[] => [
  trainLogistic(texts, { buckets: 1 << bucketBits, cost: 5, epochs: 8, seed: 1 }),
  trainNaiveBayesSvm(texts, { buckets: 1 << bucketBits, cost: 0.2, epochs: 6, seed: 2 }),
];

/** Averages models, each divided by the standard deviation of its scores of ordinary reviews. */
function average(models: LinearModel[], units: number[]): LinearModel {
  const averaged: LinearModel = { weights: new Float32Array(1 << bucketBits), bias: 0 };
  for (const [at, model] of models.entries()) {
    const factor = 1 / (models.length * units[at]!);
    for (const [bucket, weight] of model.weights.entries()) averaged.weights[bucket]! += weight * factor;
    averaged.bias += model.bias * factor;
  }
  return averaged;
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

function trainRule(texts: LabelledText[], rule: ClassifiedRule): Linear {
  const mask = (1 << ruleBits) - 1;
  const examples = texts
    .filter(({ source, isAbuse }) => source === "kmhas" && isAbuse)
    .map(({ kinds, features }): Example => ({
      features: Int32Array.from(new Set(Array.from(features, (bucket) => bucket & mask))),
      isAbuse: kinds.some((kind) => kindsOf[rule].includes(kind)),
      weight: 1,
    }));
  const training = { buckets: 1 << ruleBits, cost: 5, epochs: 8, seed: 3 };
  return quantise(trainLogistic(examples, training), ruleBits);
}

/** One weight in ten thousand exceeds the int8 range and is clipped. */
const cutShare = 1e-4;

function quantise({ weights, bias }: LinearModel, bits: number): Linear {
  const sizes = weights.map(Math.abs).sort();
  const scale = sizes[Math.floor(sizes.length * (1 - cutShare))]! / 127;
  const rounded = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / scale))),
  );
  return { bits, scale, bias, weights: rounded };
}

/** Platt scaling: the best logistic curve, by gradient descent. */
function calibrate(scored: Scored[]): Weights["calibration"] {
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < 4000; step += 1) {
    let slopeError = 0;
    let offsetError = 0;
    for (const { score, text } of scored) {
      const error = 1 / (1 + Math.exp(-(slope * score + offset))) - (text.isAbuse ? 1 : 0);
      slopeError += error * score;
      offsetError += error;
    }
    slope -= (0.2 * slopeError) / scored.length;
    offset -= (0.2 * offsetError) / scored.length;
  }
  return { slope: round(slope), offset: round(offset) };
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;
