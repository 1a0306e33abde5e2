import { expect, test } from "vitest";
import { costOf, costPerThousand } from "./cost.ts";

const used = { inputTokens: 3_000_000, cachedInputTokens: 0, outputTokens: 500_000, reviews: 4000 };
const prices = { MODEL_PRICE_INPUT: 0.25, MODEL_PRICE_OUTPUT: 2 };

test("is the cost of the tokens per thousand reviews", () => {
  expect(costPerThousand(used, prices)).toBeCloseTo(0.4375);
  expect(costPerThousand(used, { MODEL_PRICE_INPUT: 0, MODEL_PRICE_OUTPUT: 0 })).toBe(0);
});

test("uses the price of cached input, or that of other input when it has none", () => {
  const tokens = { inputTokens: 1_000_000, cachedInputTokens: 800_000, outputTokens: 0 };
  expect(costOf(tokens, { ...prices, MODEL_PRICE_CACHED_INPUT: 0.025 })).toBeCloseTo(0.05 + 0.02);
  expect(costOf(tokens, { ...prices, MODEL_PRICE_CACHED_INPUT: 0 })).toBeCloseTo(0.05);
  expect(costOf(tokens, prices)).toBeCloseTo(0.25);
  // More cached than input tokens: no negative price.
  expect(costOf({ ...tokens, cachedInputTokens: 9e6 }, { ...prices, MODEL_PRICE_CACHED_INPUT: 0 })).toBe(0);
});

test("is unknown without prices or without reviews", () => {
  expect(costPerThousand(used, {})).toBeNull();
  expect(costPerThousand(used, { MODEL_PRICE_INPUT: 1 })).toBeNull();
  expect(
    costPerThousand({ ...used, reviews: 0 }, { MODEL_PRICE_INPUT: 1, MODEL_PRICE_OUTPUT: 1 }),
  ).toBeNull();
});
