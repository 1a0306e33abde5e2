/** Prices of a million tokens in any currency. Cached input costs what other input does unless it has a price. */
type Prices = {
  MODEL_PRICE_INPUT?: number | undefined;
  MODEL_PRICE_CACHED_INPUT?: number | undefined;
  MODEL_PRICE_OUTPUT?: number | undefined;
};

/** `inputTokens` include the cached ones. */
export type Tokens = { inputTokens: number; cachedInputTokens: number; outputTokens: number };

/** In the currency of the prices; null without prices of input and output. */
export function costOf(
  { inputTokens, cachedInputTokens, outputTokens }: Tokens,
  prices: Prices,
): number | null {
  const { MODEL_PRICE_INPUT: input, MODEL_PRICE_OUTPUT: output } = prices;
  if (input === undefined || output === undefined) return null;
  // Servers have reported more cached tokens than there were.
  const cached = Math.min(cachedInputTokens, inputTokens);
  const cachedPrice = prices.MODEL_PRICE_CACHED_INPUT ?? input;
  return ((inputTokens - cached) * input + cached * cachedPrice + outputTokens * output) / 1_000_000;
}

export function costPerThousand(used: Tokens & { reviews: number }, prices: Prices): number | null {
  const cost = costOf(used, prices);
  return cost === null || used.reviews === 0 ? null : (cost / used.reviews) * 1000;
}
