import type { RuleId } from "../policy/rules.ts";

/**
 * A form that breaks a rule. CERTAIN: the text is rejected. HINT: harmless text may look alike; without a model the
 * text is held.
 */
export type RulePattern = {
  rule: RuleId;
  certainty: "CERTAIN" | "HINT";
  pattern: RegExp;
  accepts?: (words: string) => boolean;
};

/**
 * `words` directly after `cue`. The cue is a lookbehind checked last: checked first, at every position, it would take
 * most of the time of all patterns.
 */
export const after = (cue: string, words: string) => `(?=${words})(?<=${cue})(?:${words})`;

export function rulePatterns(
  rule: RuleId,
  certainty: RulePattern["certainty"],
  sources: string[],
): RulePattern[] {
  return sources.map((source) => ({ rule, certainty, pattern: new RegExp(source, "gu") }));
}
