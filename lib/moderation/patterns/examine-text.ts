import type { BrokenRule } from "../broken-rule.ts";
import { hashOf, normalise } from "./normalise.ts";
import { findBrokenRules } from "./pattern-rules.ts";
import { readsLikeInstructions } from "./reads-like-instructions.ts";

/** What the patterns find in a text. */
export type Findings = {
  /** `textHash` of the text. */
  hash: string;
  /** Nothing in it can be seen. */
  isEmpty: boolean;
  /** Rules that the text breaks for certain, by its very form. */
  broken: BrokenRule[];
  /** Rules that its form may break. */
  hints: BrokenRule[];
  /** The text seems to give orders to its judge. */
  givesOrders: boolean;
};

/** @param ruleIds of the rules that may be found broken */
export function examineText(text: string, ruleIds: string[]): Findings {
  const normalised = normalise(text);
  return {
    hash: hashOf(normalised.text),
    isEmpty: normalised.text === "",
    ...findBrokenRules(normalised, new Set(ruleIds)),
    givesOrders: readsLikeInstructions(text, normalised.text),
  };
}
