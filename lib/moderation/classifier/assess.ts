import { maxEvidence } from "../broken-rule.ts";
import type { Normalised } from "../patterns/normalise.ts";
import { type Policy, activeRules } from "../policy/rules.ts";
import { classify, decisiveWords } from "./classify.ts";
import { findEnglishWords } from "./english-words.ts";
import type { ClassifiedRule } from "./weights.ts";

export type Assessment = {
  /** 0 to 1: the likelihood that the text breaks a rule. 1 when it contains a word of the English list. */
  score: number;
  /** The likeliest of the policy's rules that the classifier knows; null when the policy has none of them. */
  rule: ClassifiedRule | null;
  words: () => string[];
};

/** Pure; about 1 ms for 300 characters. */
export function assess(text: Normalised, policy: Policy): Assessment {
  const ruleIds = new Set(activeRules(policy).map(({ id }) => id));
  const english = findEnglishWords(text).filter(({ rule }) => ruleIds.has(rule));
  const rule = english[0]?.rule;
  if (rule) {
    const found = english.filter((one) => one.rule === rule).map(({ from, to }) => text.original(from, to));
    return { score: 1, rule, words: () => [...new Set(found)].slice(0, maxEvidence) };
  }
  const { score, rules } = classify(text);
  return { score, rule: rules.find((one) => ruleIds.has(one)) ?? null, words: () => decisiveWords(text) };
}
