import type { BrokenRule } from "../broken-rule.ts";
import { hashOf, normalise } from "./normalise.ts";
import { findBrokenRules } from "./pattern-rules.ts";
import { readsLikeInstructions } from "./reads-like-instructions.ts";

export type Findings = {
  hash: string;
  isEmpty: boolean;
  broken: BrokenRule[];
  hints: BrokenRule[];
  givesOrders: boolean;
};

export function examineText(text: string, ruleIds: string[]): Findings {
  const normalised = normalise(text);
  return {
    hash: hashOf(normalised.text),
    isEmpty: normalised.text === "",
    ...findBrokenRules(normalised, new Set(ruleIds)),
    givesOrders: readsLikeInstructions(text, normalised.text),
  };
}
