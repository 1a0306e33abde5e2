import type { ModelFailure } from "../ai/model-failure.ts";
import type { DecidedBy, Decision } from "../generated/prisma/enums.ts";
import type { BrokenRule } from "./broken-rule.ts";
import type { Judge } from "./judge.ts";
import type { RuleId } from "./policy/rules.ts";
import type { Veto } from "./veto.ts";

export type HoldReason =
  | "UNSURE" // the model answered HOLD, or its confidence is below the threshold
  | "INSTRUCTIONS" // the text gives orders to its judge
  | "DISTRUSTED" // the judge got a control item wrong
  | "VETOED" // the model approved it; the classifier or the moderation endpoint did not
  | "HINT" // its form may break a rule, and no model is configured
  | "UNREADABLE" // the patterns timed out, or the process died three times while judging it
  | "BUDGET" // the daily budget of model calls is exhausted
  | "COPIED" // its author posted the same text elsewhere
  | "REPORTED"; // by enough members, after publication

type Said = Omit<Judge, "model"> & { decision: Decision; rule: RuleId | null };

export type Judgement = {
  decision: Decision;
  decidedBy: Exclude<DecidedBy, "MODERATOR">;
  rule: RuleId | null; // set when rejected
  holdReason: HoldReason | null; // set when held
  evidence: string[]; // substrings of the text
  alsoBroken: BrokenRule[]; // REJECT: further broken rules; HINT: rules that may be broken
  vetoes: Veto[]; // against a model's approval
  confidence: number | null; // 0 to 1, as rated by the model or the classifier
  policyVersion: number;
  model: string | null;
  said: Said | null; // null: the model was not asked
  modelCallId: string | null;
  isFromCache: boolean;
};

/** `id` is the caller's; the model never sees it. */
export type Candidate = { id: string; text: string };

export type Outcome = { ok: true; data: Judgement } | { ok: false; error: ModelFailure };
