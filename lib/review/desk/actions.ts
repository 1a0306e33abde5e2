"use server";

import { redirect } from "next/navigation";

import { action } from "../../action.ts";
import { endModelPause } from "../../ai/circuit-breaker.ts";
import { safeNextPath } from "../../auth/next-path.ts";
import { requireModerator } from "../../auth/viewer.ts";
import { fieldErrors, typedValues } from "../../web/form-state.ts";
import { decideRevision } from "../decision/decide.ts";
import { decideAppeal } from "../appeal/decide-appeal.ts";
import { findFasterModerator } from "../decision/faster-moderator.ts";
import { judgeSoon } from "./judge-soon.ts";
import {
  type AppealFieldError,
  type DecideAppealState,
  type DecideManyState,
  type DecideState,
  type DecisionFieldError,
  type ItemOutcome,
  type UndoState,
  appealDecisionSchema,
  manyDecisionsSchema,
  undoSchema,
} from "../decision/schema.ts";
import { takeDecision } from "./take-decision.ts";
import { undoAct, undoBatch } from "../decision/undo.ts";

/**
 * Fields: `revisionId`, `kind`, `rule`, `note`, `quotes`, `seen`. Redirects to the form's `next`, if set, with `?act=`.
 */
export const decideAction = action([], async (_: DecideState, form: FormData): Promise<DecideState> => {
  const { id: moderatorId } = await requireModerator();
  const answer = await takeDecision(moderatorId, Object.fromEntries(form));
  if (answer.done) goNext(form, { act: answer.done.actId });
  return answer;
});

/**
 * Decides up to a hundred revisions separately: an `item` each ("revision seen"), `kind`, `rule`, `note`. A conflict on
 * one does not stop the others. The `batchId` of the answer undoes all of them; sent as a field, it adds these to an
 * earlier batch. `next` as above, with `?batch=`.
 */
export const decideManyAction = action(
  [],
  async (_: DecideManyState, form: FormData): Promise<DecideManyState> => {
    const { id: moderatorId } = await requireModerator();
    const values = typedValues(form, "kind", "rule", "note");
    const input = manyDecisionsSchema.safeParse({ ...Object.fromEntries(form), items: form.getAll("item") });
    if (!input.success) {
      const fields = fieldErrors<DecisionFieldError>(input.error);
      return fields.note ? { fields, values } : { form: { error: "NOT_FOUND" }, values };
    }

    const { items, batchId = crypto.randomUUID(), ...decision } = input.data;
    const outcomes: ItemOutcome[] = [];
    for (const { revisionId, seen } of items) {
      const decided = await decideRevision({ moderatorId, ...decision, revisionId, seen, batchId });
      if (decided.ok) outcomes.push({ revisionId, ok: true, ...decided.data });
      else if (decided.error === "RULE_MISSING") return { fields: { rule: decided.error }, values };
      else {
        const { error } = decided;
        const first = error === "CHANGED" ? await findFasterModerator(revisionId, seen) : null;
        outcomes.push({ revisionId, ok: false, error, first });
      }
    }
    if (decision.kind === "REJUDGE") await endModelPause("MODERATION");
    judgeSoon();
    goNext(form, { batch: batchId });
    return { batchId, items: outcomes };
  },
);

/** Undoes an act (`actId`) or a batch (`batchId`). Redirects to the form's `next`, if set. */
export const undoAction = action([], async (_: UndoState, form: FormData): Promise<UndoState> => {
  const { id: moderatorId } = await requireModerator();
  const input = undoSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return { error: "NOT_FOUND" };

  let done = { undone: 1, kept: 0 };
  if ("batchId" in input.data) done = await undoBatch({ moderatorId, ...input.data });
  else {
    const undone = await undoAct({ moderatorId, ...input.data });
    if (!undone.ok) return { error: undone.error };
  }
  judgeSoon();
  goNext(form, {});
  return { done };
});

/** Fields: `appealId`, `outcome`, `answer`, `seen`; `next` as above, with `?act=`. */
export const decideAppealAction = action(
  [],
  async (_: DecideAppealState, form: FormData): Promise<DecideAppealState> => {
    const { id: moderatorId } = await requireModerator();
    const values = typedValues(form, "outcome", "answer");
    const input = appealDecisionSchema.safeParse(Object.fromEntries(form));
    if (!input.success) {
      const { outcome, answer } = fieldErrors<AppealFieldError>(input.error);
      return outcome || answer
        ? { fields: { outcome, answer }, values }
        : { form: { error: "NOT_FOUND" }, values };
    }

    const decided = await decideAppeal({ moderatorId, ...input.data });
    if (!decided.ok) return { form: { error: decided.error }, values };
    goNext(form, { act: decided.data.actId });
    return { done: decided.data };
  },
);

function goNext(form: FormData, more: Record<string, string>) {
  if (!form.has("next")) return;
  const next = new URL(safeNextPath(form.get("next")), "http://sora.invalid");
  for (const [name, value] of Object.entries(more)) next.searchParams.set(name, value);
  redirect(next.pathname + next.search + next.hash);
}
