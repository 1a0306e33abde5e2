// Two linear models over binary features. Each feature of a text with n features has the value 1 / √n.

export type Example = { features: Int32Array; isAbuse: boolean; weight: number };
/** Score: the sum of the features' weights, divided by √n, plus the bias. */
export type LinearModel = { weights: Float32Array; bias: number };

export function scoreOf({ weights, bias }: LinearModel, features: Int32Array): number {
  let sum = 0;
  for (const bucket of features) sum += weights[bucket]!;
  return sum / Math.sqrt(features.length || 1) + bias;
}

/** Mulberry32: the same seed gives the same numbers on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Training = { buckets: number; cost: number; epochs: number; seed: number };

/**
 * Logistic regression with an L2 penalty, by dual coordinate ascent (Yu, Huang, Lin 2011): a few Newton steps for each
 * example's multiplier.
 */
export function trainLogistic(examples: Example[], { buckets, cost, epochs, seed }: Training): LinearModel {
  const model = { weights: new Float32Array(buckets), bias: 0 };
  const multipliers = examples.map(({ weight }) => Math.min(1e-3, cost * weight * 1e-2));
  for (const [at, example] of examples.entries()) add(model, example, multipliers[at]!);
  const random = seededRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const at of shuffled(examples.length, random)) {
      const example = examples[at]!;
      const before = multipliers[at]!;
      const after = solveMultiplier(
        before,
        signOf(example) * scoreOf(model, example.features),
        cost * example.weight,
      );
      multipliers[at] = after;
      add(model, example, after - before);
    }
  }
  return model;
}

function solveMultiplier(before: number, margin: number, limit: number): number {
  const squaredLength = 2; // of the features, which is 1, and of the bias
  let value = before;
  for (let step = 0; step < 6; step += 1) {
    const slope = squaredLength * (value - before) + margin + Math.log(value / (limit - value));
    const curve = squaredLength + limit / (value * (limit - value));
    const next = value - slope / curve;
    if (next <= 0) value *= 0.1;
    else if (next >= limit) value = limit - (limit - value) * 0.1;
    else value = next;
  }
  return value;
}

/**
 * A linear support vector machine over features that are scaled by their log ratio in abuse and in the rest (NB-SVM, Wang
 * and Manning 2012), by dual coordinate descent (Hsieh and others 2008). The weights include the scaling.
 */
export function trainNaiveBayesSvm(
  examples: Example[],
  { buckets, cost, epochs, seed }: Training,
): LinearModel {
  const ratios = logRatios(examples, buckets);
  const scaled = { weights: new Float32Array(buckets), bias: 0 };
  const multipliers = new Float64Array(examples.length);
  const lengths = examples.map(({ features }) => {
    let sum = 0;
    for (const bucket of features) sum += ratios[bucket]! ** 2;
    return sum / (features.length || 1) + 1;
  });
  const random = seededRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const at of shuffled(examples.length, random)) {
      const example = examples[at]!;
      const softness = 1 / (2 * cost * example.weight);
      const slope = signOf(example) * scaledScore(scaled, example, ratios) - 1 + softness * multipliers[at]!;
      const before = multipliers[at]!;
      const after = Math.max(0, before - slope / (lengths[at]! + softness));
      if (after === before) continue;
      multipliers[at] = after;
      add(scaled, example, after - before, ratios);
    }
  }
  const weights = scaled.weights.map((weight, bucket) => weight * ratios[bucket]!);
  return { weights, bias: scaled.bias };
}

function logRatios(examples: Example[], buckets: number): Float32Array {
  const counts = { abuse: new Float64Array(buckets).fill(1), fine: new Float64Array(buckets).fill(1) };
  const totals = { abuse: 2, fine: 2 };
  for (const { features, isAbuse, weight } of examples) {
    const side = isAbuse ? "abuse" : "fine";
    totals[side] += weight;
    for (const bucket of features) counts[side][bucket]! += weight;
  }
  return Float32Array.from(counts.abuse, (count, bucket) =>
    Math.log(count / totals.abuse / (counts.fine[bucket]! / totals.fine)),
  );
}

function scaledScore({ weights, bias }: LinearModel, { features }: Example, ratios: Float32Array): number {
  let sum = 0;
  for (const bucket of features) sum += weights[bucket]! * ratios[bucket]!;
  return sum / Math.sqrt(features.length || 1) + bias;
}

function add(model: LinearModel, example: Example, multiplier: number, ratios?: Float32Array): void {
  const { features } = example;
  const step = signOf(example) * multiplier;
  const perFeature = step / Math.sqrt(features.length || 1);
  for (const bucket of features) model.weights[bucket]! += perFeature * (ratios ? ratios[bucket]! : 1);
  model.bias += step;
}

const signOf = ({ isAbuse }: Example) => (isAbuse ? 1 : -1);

function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
