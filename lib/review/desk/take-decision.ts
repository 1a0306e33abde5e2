import "server-only";

import { endModelPause } from "../../ai/circuit-breaker.ts";
import { fieldErrors } from "../../web/form-state.ts";
import { decideRevision } from "../decision/decide.ts";
import { findFasterModerator } from "../decision/faster-moderator.ts";
import { judgeSoon } from "./judge-soon.ts";
import { type DecideState, type DecisionFieldError, decisionSchema } from "../decision/schema.ts";

/** Takes an unparsed decision of a form or a script. @returns the act, or the error with the input */
export async function takeDecision(moderatorId: string, sent: Record<string, unknown>): Promise<DecideState> {
  const values = typed(sent);
  const input = decisionSchema.safeParse(sent);
  if (!input.success) {
    const fields = fieldErrors<DecisionFieldError>(input.error);
    return fields.note || fields.quotes ? { fields, values } : { form: { error: "NOT_FOUND" }, values };
  }

  const { revisionId, kind, seen } = input.data;
  const decided = await decideRevision({ moderatorId, ...input.data });
  if (!decided.ok) {
    const { error } = decided;
    if (error === "RULE_MISSING") return { fields: { rule: error }, values };
    if ("quote" in decided) return { fields: { quotes: decided.error }, values, notFound: decided.quote };
    return {
      form: { error },
      values,
      ...(error === "CHANGED" && { first: await findFasterModerator(revisionId, seen) }),
    };
  }
  if (kind === "REJUDGE") await endModelPause("MODERATION");
  judgeSoon();
  return { done: { actId: decided.data.actId, revisionId, kind } };
}

function typed(sent: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    ["kind", "rule", "note", "quotes"].map((name) => {
      const value = sent[name];
      return [name, typeof value === "string" ? value : ""];
    }),
  );
}
