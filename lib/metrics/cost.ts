/** Prices of a million tokens, in whatever currency; undefined: not set. */
type Prices = { MODEL_PRICE_INPUT?: number | undefined; MODEL_PRICE_OUTPUT?: number | undefined };

/**
 * What a thousand reviews cost to judge, in the currency of the prices.
 * @returns null without reviews to divide by, or without both prices.
 */
export function costPerThousand(
  used: { inputTokens: number; outputTokens: number; reviews: number },
  { MODEL_PRICE_INPUT: input, MODEL_PRICE_OUTPUT: output }: Prices,
): number | null {
  if (input === undefined || output === undefined || used.reviews === 0) return null;
  const cost = (used.inputTokens * input + used.outputTokens * output) / 1_000_000;
  return (cost / used.reviews) * 1000;
}
