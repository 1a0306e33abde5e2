import { expect, test } from "vitest";

import { normalise } from "../patterns/normalise.ts";
import { classify } from "./classify.ts";
import { readFeatures } from "./features.ts";
import { scoreText } from "./score.ts";
import { loadWeights } from "./weights.ts";

const { thresholds } = loadWeights();
const scoreOf = (text: string) => classify(normalise(text)).score;
const polite =
  "기구가 넉넉하고 깨끗해서 아침마다 즐겁게 운동하고 있어요. 주차도 편하고 직원분들도 친절해요. ";

test.each([0, 1, 2, 5, 11])("finds abuse among polite words: after %d sentences", (at) => {
  const text = `${polite.repeat(at)}트레이너 새끼 존나 병신 같아 씨발. ${polite.repeat(11 - at)}`;
  expect(scoreOf(text)).toBeGreaterThan(thresholds.consent);
});

test("finds no abuse in many polite words", () => {
  expect(scoreOf(polite.repeat(20))).toBeLessThan(thresholds.consent);
});

test("scores a text shorter than a window by all its features", () => {
  const text = normalise("기구가 넉넉하고 아침에 조용해요").text;
  const buckets = new Set<number>();
  readFeatures(text, (bucket) => buckets.add(bucket));
  const weights = Float64Array.from({ length: 1 << 21 }, (_, bucket) => bucket % 7);
  const sum = [...buckets].reduce((total, bucket) => total + (bucket % 7), 0);
  const expected = (2 * sum) / Math.sqrt(buckets.size) + 0.5;
  expect(scoreText(text, { weights, scale: 2, bias: 0.5 }).score).toBeCloseTo(expected, 6);
});
