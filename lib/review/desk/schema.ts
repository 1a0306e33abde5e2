import { z } from "zod";

import type { FormState } from "../../form-state.ts";
import { maxEvidence } from "../../moderation/broken-rule.ts";
import { countChars, hasWords, plainBreaks, writtenLine, writtenText } from "../../written-text.ts";

export const decisionKinds = ["APPROVE", "REJECT", "HOLD", "REJUDGE"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const maxNoteChars = 1000;
export const minAnswerChars = 10;
export const maxAnswerChars = 2000;
/** Of one form; what is more comes in further ones with the same `batchId`. */
const maxDecidedAtOnce = 100;

export type DecideError =
  | "NOT_FOUND"
  /** Somebody else was first, or the author edited it: nothing was written. */
  | "CHANGED"
  /** Its author appealed: that is answered with `decideAppeal`. */
  | "APPEALED"
  /** Nobody decides about what they wrote themselves. */
  | "OWN_REVIEW"
  /** Judge again: the author's newer text is being judged, and there is one at a time. */
  | "EDIT_WAITS"
  /** Reject: no rule, or none of the policy as it is now. */
  | "RULE_MISSING"
  /** The words that it is said to rest on do not stand in the text. */
  | "QUOTE_NOT_FOUND";

export type AppealDecisionError =
  | "NOT_FOUND"
  | "CHANGED"
  | "OWN_REVIEW"
  /** Never by whoever took the decision that is appealed against. */
  | "OWN_DECISION";

export type UndoError =
  | "NOT_FOUND"
  | "ALREADY_UNDONE"
  /** What it was before is not kept, or not in a way that this release reads. */
  | "UNREADABLE"
  /** What was done to it later stands: that comes first. */
  | "LATER_ACT"
  /** Members have reported it since, until it was hidden: that is for a decision about the text, not for an undoing. */
  | "REPORTED"
  /** It waited to be judged, and an earlier text of the review is being judged now: one at a time. */
  | "EDIT_WAITS"
  | "OWN_REVIEW";

const code = <Code extends string>(error: Code) => ({ error });

const noteSchema = z
  .string()
  .catch("")
  .transform(writtenText)
  .refine((note) => countChars(note) <= maxNoteChars, code("NOTE_TOO_LONG"));

/** Words of the text that a decision rests on, each on a line of its own. */
const quotesSchema = z
  .string()
  .catch("")
  .transform((text) => plainBreaks(text).split("\n").map(writtenLine).filter(Boolean))
  .refine((quotes) => quotes.length <= maxEvidence, code("QUOTES_TOO_MANY"));

const seenSchema = z.string().max(100);

/** The fields of a decision's form. A page that sends its decisions one after the other gives each act its id. */
export const decisionSchema = z.object({
  revisionId: z.guid(),
  kind: z.enum(decisionKinds),
  rule: z.string().max(100).catch(""),
  note: noteSchema,
  quotes: quotesSchema,
  seen: seenSchema,
  actId: z.guid().optional().catch(undefined),
});

/** A decision that is sent by script: the fields of its form, and what its page shows next. */
export const sentDecisionSchema = z.object({
  fields: z.record(z.string().max(20), z.string().max(12_000)),
  /** The revision that the page shows from now on: others pass it over. */
  shows: z.guid().optional(),
});
export type SentDecision = z.infer<typeof sentDecisionSchema>;

/** The fields that all of a selection have in common; the revisions come as `item`, each "revision seen". */
export const manyDecisionsSchema = z.object({
  kind: z.enum(decisionKinds),
  rule: z.string().max(100).catch(""),
  note: noteSchema,
  /** A ticked box: each rests on what the last judge pointed at in it. */
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

/** One of them: an act, or everything that was done together. */
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
  /** For CHANGED: the moderator who was first; null when it was the author or the model. */
  first?: string | null;
  /** For QUOTE_NOT_FOUND: the words that are not there. */
  notFound?: string;
};

/** The answer to a decision that was sent by script. `at`: pages made later show it; milliseconds of the epoch. */
export type DecisionAnswer = { state: DecideState; at: number };

export type ItemOutcome = { revisionId: string } & (
  | { ok: true; actId: string }
  | { ok: false; error: DecideError; first?: string | null }
);

export type DecideManyState = FormState<DecisionFieldError, "NOT_FOUND"> & {
  /** What `undoAction` takes to undo all of it. */
  batchId?: string;
  items?: ItemOutcome[];
};

export type UndoState = {
  error?: UndoError;
  /** How many acts were undone, and how many stand because of what was done later. */
  done?: { undone: number; kept: number };
};

export type AppealFieldError = "OUTCOME_MISSING" | "ANSWER_TOO_SHORT" | "ANSWER_TOO_LONG";

export type DecideAppealState = FormState<AppealFieldError, AppealDecisionError> & {
  done?: { actId: string };
};
