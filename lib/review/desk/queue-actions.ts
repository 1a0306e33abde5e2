"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { action } from "../../action.ts";
import { requireModerator } from "../../auth/viewer.ts";
import { moderateSoon } from "../moderate-waiting.ts";
import { retryNow } from "../retry-failed.ts";
import { decideAction, decideManyAction, undoAction } from "./actions.ts";
import { look } from "./presence.ts";
import { nextAfter } from "./queue-next.ts";
import { parseQueueHref, queueHref, queuePath } from "./queue-query.ts";
import type { DecideManyState, DecideState, UndoState } from "./schema.ts";

/**
 * A decision taken in the queue, which then shows the next item. The form says where in the queue it stands (`here`); a
 * button with a `rule` rejects by that rule.
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
      // What the page shows beside the refusal is how it stands now.
      revalidatePath(queuePath);
      return answer;
    }
    redirect(await nextAfter({ moderatorId, here, revisionId: answer.done.revisionId }));
  },
);

/**
 * The same decision about all that is selected in the list. Without script all at once, which then shows the list again;
 * with it a few at a time, each telling how it went.
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

/** Has the model asked at once about everything that waits for it, and not when its turn comes. Decides nothing. */
export const retryWaitingAction = action([], async (): Promise<void> => {
  await requireModerator();
  await retryNow();
  after(moderateSoon);
  revalidatePath(queuePath);
});

/** Takes back what was done, and shows what that brought back. */
export const undoInQueueAction = action([], async (state: UndoState, form: FormData): Promise<UndoState> => {
  const { id: moderatorId } = await requireModerator();
  const query = parseQueueHref(hereOf(form));
  form.delete("next");
  const answer = await undoAction(state, form);
  // What stands all the same is to be said, not passed over.
  if (!answer.done || answer.done.kept > 0) {
    revalidatePath(queuePath);
    return answer;
  }
  // Theirs again, also for a page that has no script to say so.
  if (query.item) await look({ moderatorId, revisionId: query.item });
  redirect(queueHref(query));
});

function hereOf(form: FormData): string {
  const here = form.get("here");
  return typeof here === "string" ? here : "";
}
