import { type BrokenRule, maxEvidence } from "../broken-rule.ts";
import { contactPatterns } from "./contact-patterns.ts";
import { hintPatterns } from "./hints/hint-patterns.ts";
import { identityPatterns } from "./identity-patterns.ts";
import { offerPatterns } from "./offer-patterns.ts";
import type { RulePattern } from "./rule-pattern.ts";
import { findFlood } from "./flood.ts";
import type { Normalised } from "./normalise.ts";
import { PatternSet } from "./pattern-set.ts";
import { phonePatterns } from "./phone-patterns.ts";
import type { RuleId } from "../policy/rules.ts";

/** Order of precedence where matches overlap. */
export const formPatterns: RulePattern[] = [
  ...identityPatterns,
  ...phonePatterns,
  ...contactPatterns,
  ...offerPatterns,
  ...hintPatterns,
].toSorted((a, b) => Number(a.certainty === "HINT") - Number(b.certainty === "HINT"));

const patternSet = new PatternSet(formPatterns.map(({ pattern }) => pattern));

type Found = { rule: RuleId; certainty: "CERTAIN" | "HINT"; from: number; to: number };

export type FormFindings = { broken: BrokenRule[]; hints: BrokenRule[] };

/**
 * Finds the rules that the form of a text breaks, without a model. Overlapping words count once: part of an e-mail
 * address is not also a link.
 */
export function findBrokenRules(text: Normalised, ruleIds: ReadonlySet<RuleId>): FormFindings {
  const found: Found[] = [];
  const possible = new Set(patternSet.possibleIn(text.text));
  for (const { rule, certainty, pattern, accepts } of formPatterns) {
    if (!ruleIds.has(rule) || !possible.has(pattern)) continue;
    for (const { 0: words, index: from } of text.text.matchAll(pattern)) {
      if (accepts && !accepts(words)) continue;
      const to = from + words.length;
      if (!found.some((other) => from < other.to && other.from < to))
        found.push({ rule, certainty, from, to });
    }
  }
  const flood = ruleIds.has("off-topic") ? findFlood(text.text) : null;
  if (flood) found.push({ rule: "off-topic", certainty: "CERTAIN", ...flood });

  const rulesOf = (certainty: Found["certainty"]) =>
    toBrokenRules(
      text,
      found.filter((one) => one.certainty === certainty),
    );
  return { broken: rulesOf("CERTAIN"), hints: rulesOf("HINT") };
}

/** Hint patterns may end within a word: "불 질러버린". */
function wholeWords({ text }: Normalised, { from, to }: Found): { from: number; to: number } {
  const isInWord = (at: number) => at > 0 && /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
  let [start, end] = [from, to];
  while (start > from - longestRest && isInWord(start)) start -= 1;
  while (end < to + longestRest && isInWord(end)) end += 1;
  return { from: start, to: end };
}
const longestRest = 8;

function toBrokenRules(text: Normalised, found: Found[]): BrokenRule[] {
  const rules = [...new Set(found.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const words = found
      .filter((one) => one.rule === rule)
      .toSorted((a, b) => a.from - b.from)
      .slice(0, maxEvidence)
      .map((one) => (one.certainty === "HINT" ? wholeWords(text, one) : one))
      .map(({ from, to }) => text.original(from, to));
    return { rule, evidence: [...new Set(words)] };
  });
}
