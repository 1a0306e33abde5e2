"use server";

import { revalidatePath } from "next/cache";

import { action } from "../../../action.ts";
import { requireModerator } from "../../../auth/viewer.ts";
import { queuePath } from "../queue-query.ts";
import { assignItem } from "./assign-item.ts";
import { type AssignState, assignSchema } from "./schema.ts";

/** Fields: `revisionId`, `to`, `takerId`. */
export const assignItemAction = action([], async (_: AssignState, form: FormData): Promise<AssignState> => {
  await requireModerator();
  const input = assignSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return { error: "NOT_FOUND" };
  const { to, ...asked } = input.data;
  const assigned = await assignItem({ ...asked, toId: to });
  revalidatePath(queuePath);
  if (assigned.ok) return {};
  return assigned.error === "TAKEN"
    ? { error: assigned.error, taker: assigned.taker }
    : { error: assigned.error };
});
