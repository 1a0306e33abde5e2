import type { RulePattern } from "../rule-pattern.ts";
import { accusationHints } from "./accusation.ts";
import { contemptHints } from "./contempt.ts";
import { cuePairHints } from "./cue-pairs.ts";
import { fakeHints } from "./fake.ts";
import { offTopicHints } from "./off-topic.ts";
import { offerHints } from "./offers.ts";
import { selfHarmHints } from "./self-harm.ts";
import { sexualHints } from "./sexual.ts";
import { substanceHints } from "./substances.ts";
import { threatHints } from "./threat.ts";

/**
 * Phrases that may break a rule which the classifier does not know. A bare word ("스테로이드", "kill") also occurs in
 * harmless reviews, so each pattern needs context. Ordered by gravity.
 */
export const hintPatterns: RulePattern[] = [
  ...threatHints,
  ...selfHarmHints,
  ...sexualHints,
  ...substanceHints,
  ...accusationHints,
  ...contemptHints,
  ...fakeHints,
  ...offerHints,
  ...offTopicHints,
  ...cuePairHints,
];
