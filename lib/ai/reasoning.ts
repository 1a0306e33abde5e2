export const reasoningEfforts = [
  "lowest",
  "default",
  "none",
  "minimal",
  "low",
  "medium",
  "high",
  "xhigh",
] as const;
export type ReasoningEffort = (typeof reasoningEfforts)[number];

/**
 * The `reasoning` of an AI SDK call; undefined: the server decides. `lowest` is only sent to models that are known to
 * think: gpt-5 and later, whose provider maps `none` to the least of each model, and the o series, which cannot turn
 * thinking off.
 */
export function reasoningFor(model: string, effort: ReasoningEffort) {
  if (effort === "default") return undefined;
  if (effort !== "lowest") return effort;
  if (/^o\d+(?:-|$)/.test(model)) return "low";
  const isKnown = /^gpt-(?:[5-9]|\d\d)/.test(model) && !/-(?:chat|pro|codex)/.test(model);
  return isKnown ? "none" : undefined;
}
