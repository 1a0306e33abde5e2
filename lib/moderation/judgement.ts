import type { ModelFailure } from "../ai/model-failure.ts";
import type { DecidedBy, Decision } from "../generated/prisma/enums.ts";
import type { BrokenRule } from "./broken-rule.ts";
import type { Judge } from "./judge.ts";
import type { RuleId } from "./policy.ts";
import type { Veto } from "./veto.ts";

/** Why a text waits for a person; a code that is stored and shown. */
export type HoldReason =
  | "UNSURE" // the model said so, or was less sure than the threshold
  | "INSTRUCTIONS" // the text speaks to its judge
  | "DISTRUSTED" // the answer also got a text wrong that no judge gets wrong
  | "VETOED" // the model approved it, a second judge did not
  | "HINT" // its form may break a rule, and no model is there to read it
  | "UNREADABLE" // the patterns took too long over it, or its judges died three times
  | "BUDGET" // today's calls are used up
  | "COPIED" // its author has said the same elsewhere
  | "REPORTED"; // by enough members, after it was published

/** The model's own answer, before thresholds and suspicion, and what tells its judge from others of that model. */
type Said = Omit<Judge, "model"> & { decision: Decision; rule: RuleId | null };

/** What was decided about a text, and what it rests on. */
export type Judgement = {
  decision: Decision;
  decidedBy: Exclude<DecidedBy, "MODERATOR">;
  rule: RuleId | null; // when rejected
  holdReason: HoldReason | null; // when held
  evidence: string[]; // each a substring of the text
  alsoBroken: BrokenRule[]; // when rejected: what it would be rejected for besides; of a HINT: what it may break
  vetoes: Veto[]; // against a model's approval
  confidence: number | null; // 0 to 1, the model's or the classifier's own
  policyVersion: number;
  model: string | null;
  said: Said | null; // by the model; none: it was not asked
  modelCallId: string | null;
  isFromCache: boolean;
};

/** A text to judge. The id is the caller's; the model never sees it. */
export type Candidate = { id: string; text: string };

/** What became of a candidate: a judgement, or why the model could not be asked. */
export type Outcome = { ok: true; data: Judgement } | { ok: false; error: ModelFailure };
