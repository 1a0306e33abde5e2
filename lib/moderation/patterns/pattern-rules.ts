import { type BrokenRule, maxEvidence } from "../broken-rule.ts";
import { contactPatterns } from "./contact-patterns.ts";
import { findFlood } from "./flood.ts";
import type { Normalised } from "./normalise.ts";
import { phonePatterns } from "./phone-patterns.ts";
import type { RuleId } from "../policy.ts";

/** Year, month and day, and a digit for the century and sex: as typed, or with the rest masked. */
const residentNumber =
  /(?<![\d.])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?[-–—~ ]? ?[1-8](?:\d{6}|[*x●○]{6}|\d{1,5}[*x●○]{1,5})(?!\d)/gu;

const patterns: { rule: RuleId; pattern: RegExp }[] = [
  { rule: "personal-information", pattern: residentNumber },
  ...phonePatterns.map((pattern) => ({ rule: "personal-information" as const, pattern })),
  ...contactPatterns,
];

type Found = { rule: RuleId; from: number; to: number };

/**
 * The rules, of these, that a text breaks by its very form, each with the words that break it. Needs no model. The
 * same words break one rule: what is part of an e-mail address is no link besides.
 */
export function findBrokenRules(text: Normalised, ruleIds: ReadonlySet<RuleId>): BrokenRule[] {
  const found: Found[] = [];
  for (const { rule, pattern } of patterns) {
    if (!ruleIds.has(rule)) continue;
    for (const { 0: words, index: from } of text.text.matchAll(pattern)) {
      const to = from + words.length;
      if (!found.some((other) => from < other.to && other.from < to)) found.push({ rule, from, to });
    }
  }
  const flood = ruleIds.has("off-topic") ? findFlood(text.text) : null;
  if (flood) found.push({ rule: "off-topic", ...flood });

  const rules = [...new Set(found.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const words = found
      .filter((one) => one.rule === rule)
      .toSorted((a, b) => a.from - b.from)
      .slice(0, maxEvidence)
      .map(({ from, to }) => text.original(from, to));
    return { rule, evidence: [...new Set(words)] };
  });
}
