import type { RuleId } from "../policy.ts";

/**
 * A form that breaks a rule. CERTAIN: nothing else looks like this, and the text is rejected. HINT: something else may
 * look like this; without a model the text waits for a person.
 */
export type RulePattern = {
  rule: RuleId;
  certainty: "CERTAIN" | "HINT";
  pattern: RegExp;
  /** Of what the pattern found, whether it counts. */
  accepts?: (words: string) => boolean;
};

/**
 * `words` where `cue` ends right before them. The cue is looked for last: read backwards from every place of a text, it
 * would take most of the time that all patterns have.
 */
export const after = (cue: string, words: string) => `(?=${words})(?<=${cue})(?:${words})`;

/** Patterns for normalised text: lower case, single spaces. */
export function rulePatterns(
  rule: RuleId,
  certainty: RulePattern["certainty"],
  sources: string[],
): RulePattern[] {
  return sources.map((source) => ({ rule, certainty, pattern: new RegExp(source, "gu") }));
}
