import { contactPatterns } from "./contact-patterns.ts";
import { findFlood } from "./flood.ts";
import type { Normalised } from "./normalise.ts";
import { phonePatterns } from "./phone-patterns.ts";
import { type Policy, type RuleId, activeRules } from "./policy.ts";

export type BrokenRule = { rule: RuleId; evidence: string[] };

/** Year, month and day, and a digit for the century and sex: as typed, or with the rest masked. */
const residentNumber =
  /(?<![\d.])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?[-–—~ ]? ?[1-8](?:\d{6}|[*x●○]{6}|\d{1,5}[*x●○]{1,5})(?!\d)/gu;

const patterns: { rule: RuleId; pattern: RegExp }[] = [
  { rule: "personal-information", pattern: residentNumber },
  ...phonePatterns.map((pattern) => ({ rule: "personal-information" as const, pattern })),
  ...contactPatterns,
];

const maxEvidence = 5;

/** The first rule of the policy that a text breaks by its very form, and the words that break it. Needs no model. */
export function findBrokenRule(text: Normalised, policy: Policy): BrokenRule | null {
  const ruleIds = new Set(activeRules(policy).map(({ id }) => id));
  for (const { rule, pattern } of patterns) {
    if (!ruleIds.has(rule)) continue;
    const found = [...text.text.matchAll(pattern)];
    if (found.length === 0) continue;
    const evidence = found
      .slice(0, maxEvidence)
      .map(({ 0: words, index }) => text.original(index, index + words.length));
    return { rule, evidence: [...new Set(evidence)] };
  }
  const flood = ruleIds.has("off-topic") ? findFlood(text.text) : null;
  return flood && { rule: "off-topic", evidence: [text.original(flood.from, flood.to)] };
}
