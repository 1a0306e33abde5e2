import type { BrokenRule } from "../broken-rule.ts";
import { normalise, textHash } from "./normalise.ts";
import { findBrokenRules } from "./pattern-rules.ts";
import { readsLikeInstructions } from "./reads-like-instructions.ts";

/** What the patterns find in a text. */
export type Findings = {
  /** `textHash` of the text. */
  hash: string;
  /** Nothing in it can be seen. */
  isEmpty: boolean;
  /** Rules that the text breaks by its very form. */
  broken: BrokenRule[];
  /** The text seems to give orders to its judge. */
  givesOrders: boolean;
};

/** @param ruleIds of the rules that may be found broken */
export function examineText(text: string, ruleIds: string[]): Findings {
  const normalised = normalise(text);
  return {
    hash: textHash(text),
    isEmpty: normalised.text === "",
    broken: findBrokenRules(normalised, new Set(ruleIds)),
    givesOrders: readsLikeInstructions(text),
  };
}
