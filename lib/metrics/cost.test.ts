import { expect, test } from "vitest";
import { costPerThousand } from "./cost.ts";

const used = { inputTokens: 3_000_000, outputTokens: 500_000, reviews: 4000 };

test("is what the tokens cost, for a thousand of the reviews", () => {
  expect(costPerThousand(used, { MODEL_PRICE_INPUT: 0.25, MODEL_PRICE_OUTPUT: 2 })).toBeCloseTo(0.4375);
  expect(costPerThousand(used, { MODEL_PRICE_INPUT: 0, MODEL_PRICE_OUTPUT: 0 })).toBe(0);
});

test("is not known without prices or without reviews", () => {
  expect(costPerThousand(used, {})).toBeNull();
  expect(costPerThousand(used, { MODEL_PRICE_INPUT: 1 })).toBeNull();
  expect(
    costPerThousand({ ...used, reviews: 0 }, { MODEL_PRICE_INPUT: 1, MODEL_PRICE_OUTPUT: 1 }),
  ).toBeNull();
});
