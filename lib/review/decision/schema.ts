import { z } from "zod";

import type { FormState } from "../../web/form-state.ts";
import { maxEvidence } from "../../moderation/broken-rule.ts";
import { countChars, hasWords, plainBreaks, writtenLine, writtenText } from "../../written-text.ts";

export const decisionKinds = ["APPROVE", "REJECT", "HOLD", "REJUDGE"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const maxNoteChars = 1000;
export const minAnswerChars = 10;
export const maxAnswerChars = 2000;
const maxDecidedAtOnce = 100;

export type DecideError =
  | "NOT_FOUND"
  /** Another moderator was faster, or the author edited it. Nothing was written. */
  | "CHANGED"
  | "APPEALED"
  | "OWN_REVIEW"
  /** REJUDGE: the author's newer text is being judged. Only one text of a review is judged at a time. */
  | "EDIT_WAITS"
  | "RULE_MISSING"
  | "QUOTE_NOT_FOUND";

export type AppealDecisionError = "NOT_FOUND" | "CHANGED" | "OWN_REVIEW" | "OWN_DECISION";

export type UndoError =
  | "NOT_FOUND"
  | "ALREADY_UNDONE"
  /** The act has no snapshot, or one that this release can not read. */
  | "UNREADABLE"
  /** A later act must be undone first. */
  | "LATER_ACT"
  /** Later reports hid it: this needs a decision, not an undo. */
  | "REPORTED"
  /** It was pending, and an earlier text of the review is being judged. Only one at a time. */
  | "EDIT_WAITS"
  | "OWN_REVIEW";

const code = <Code extends string>(error: Code) => ({ error });

const noteSchema = z
  .string()
  .catch("")
  .transform(writtenText)
  .refine((note) => countChars(note) <= maxNoteChars, code("NOTE_TOO_LONG"));

const quotesSchema = z
  .string()
  .catch("")
  .transform((text) => plainBreaks(text).split("\n").map(writtenLine).filter(Boolean))
  .refine((quotes) => quotes.length <= maxEvidence, code("QUOTES_TOO_MANY"));

const seenSchema = z.string().max(100);

/** `actId`: set by pages that send several decisions without waiting for each. */
export const decisionSchema = z.object({
  revisionId: z.guid(),
  kind: z.enum(decisionKinds),
  rule: z.string().max(100).catch(""),
  note: noteSchema,
  quotes: quotesSchema,
  seen: seenSchema,
  actId: z.guid().optional().catch(undefined),
});

/** A decision sent by script: the form's fields, and the next item of the page. */
export const sentDecisionSchema = z.object({
  fields: z.record(z.string().max(20), z.string().max(12_000)),
  /** The revision that the page shows next: other moderators skip it. */
  shows: z.guid().optional(),
});
export type SentDecision = z.infer<typeof sentDecisionSchema>;

/** `items`: each "revision seen". */
export const manyDecisionsSchema = z.object({
  kind: z.enum(decisionKinds),
  rule: z.string().max(100).catch(""),
  note: noteSchema,
  /** A checkbox: each decision uses the evidence of its last automatic verdict. */
  takesModelWords: z
    .literal("on")
    .optional()
    .catch(undefined)
    .transform((box) => box === "on"),
  batchId: z.guid().optional().catch(undefined),
  items: z
    .array(
      z
        .string()
        .transform((item) => item.split(" "))
        .pipe(z.tuple([z.guid(), seenSchema]))
        .transform(([revisionId, seen]) => ({ revisionId, seen })),
    )
    .min(1)
    .max(maxDecidedAtOnce),
});

export const undoSchema = z.union([z.object({ actId: z.guid() }), z.object({ batchId: z.guid() })]);

export const appealDecisionSchema = z.object({
  appealId: z.guid(),
  outcome: z.enum(["UPHELD", "OVERTURNED"], code("OUTCOME_MISSING")),
  answer: z
    .string(code("ANSWER_TOO_SHORT"))
    .transform(writtenText)
    .refine((answer) => countChars(answer) >= minAnswerChars, code("ANSWER_TOO_SHORT"))
    .refine(hasWords, code("ANSWER_TOO_SHORT"))
    .refine((answer) => countChars(answer) <= maxAnswerChars, code("ANSWER_TOO_LONG")),
  seen: seenSchema,
});

export type DecisionFieldError = "RULE_MISSING" | "NOTE_TOO_LONG" | "QUOTES_TOO_MANY" | "QUOTE_NOT_FOUND";

export type DecideState = FormState<DecisionFieldError, DecideError> & {
  done?: { actId: string; revisionId: string; kind: DecisionKind };
  /** For CHANGED: the faster moderator; null when it was the author or the model. */
  first?: string | null;
  notFound?: string;
};

/** `at`: milliseconds since the epoch. Pages rendered later include the decision. */
export type DecisionAnswer = { state: DecideState; at: number };

export type ItemOutcome = { revisionId: string } & (
  | { ok: true; actId: string }
  | { ok: false; error: DecideError; first?: string | null }
);

export type DecideManyState = FormState<DecisionFieldError, "NOT_FOUND"> & {
  batchId?: string;
  items?: ItemOutcome[];
};

export type UndoState = {
  error?: UndoError;
  done?: { undone: number; kept: number };
};

export type AppealFieldError = "OUTCOME_MISSING" | "ANSWER_TOO_SHORT" | "ANSWER_TOO_LONG";

export type DecideAppealState = FormState<AppealFieldError, AppealDecisionError> & {
  done?: { actId: string };
};
