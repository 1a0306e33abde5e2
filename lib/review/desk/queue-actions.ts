"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { action } from "../../action.ts";
import { requireModerator } from "../../auth/viewer.ts";
import { moderateSoon } from "../judging/judge-waiting.ts";
import { retryNow } from "../judging/retry-failed.ts";
import { decideAction, decideManyAction, undoAction } from "./actions.ts";
import { look } from "./presence.ts";
import { nextAfter } from "./queue-next.ts";
import { parseQueueHref, queueHref, queuePath } from "./queue-query.ts";
import type { DecideManyState, DecideState, UndoState } from "../decision/schema.ts";

/**
 * Decides in the queue and redirects to the next item. `here`: the queue's URL. A button with a `rule` rejects by that
 * rule.
 */
export const decideInQueueAction = action(
  [],
  async (state: DecideState, form: FormData): Promise<DecideState> => {
    const { id: moderatorId } = await requireModerator();
    const here = hereOf(form);
    form.delete("next");
    if (form.get("rule")) form.set("kind", "REJECT");
    const answer = await decideAction(state, form);
    if (!answer.done) {
      revalidatePath(queuePath);
      return answer;
    }
    redirect(await nextAfter({ moderatorId, here, revisionId: answer.done.revisionId }));
  },
);

/**
 * Decides the selection. Without script all at once, then redirects to the list. With script in parts, each of which
 * returns its outcomes.
 */
export const decideManyInQueueAction = action(
  [],
  async (state: DecideManyState, form: FormData): Promise<DecideManyState> => {
    await requireModerator();
    const query = parseQueueHref(hereOf(form));
    const isPart = form.has("batchId");
    form.delete("next");
    if (form.get("rule")) form.set("kind", "REJECT");
    const answer = await decideManyAction(state, form);
    if (isPart || !answer.items) return answer;
    redirect(queueHref({ ...query, item: "" }));
  },
);

export const retryWaitingAction = action([], async (): Promise<void> => {
  await requireModerator();
  await retryNow();
  after(moderateSoon);
  revalidatePath(queuePath);
});

export const undoInQueueAction = action([], async (state: UndoState, form: FormData): Promise<UndoState> => {
  const { id: moderatorId } = await requireModerator();
  const query = parseQueueHref(hereOf(form));
  form.delete("next");
  const answer = await undoAction(state, form);
  // Acts that were not undone must be reported.
  if (!answer.done || answer.done.kept > 0) {
    revalidatePath(queuePath);
    return answer;
  }
  // Takes the presence, for a page without script.
  if (query.item) await look({ moderatorId, revisionId: query.item });
  redirect(queueHref(query));
});

function hereOf(form: FormData): string {
  const here = form.get("here");
  return typeof here === "string" ? here : "";
}
