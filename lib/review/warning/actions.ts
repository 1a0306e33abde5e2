"use server";

import { revalidatePath } from "next/cache";

import { action } from "../../action.ts";
import { requireModerator } from "../../auth/viewer.ts";
import { type UndoWarningState, type WarnState, warnSchema, warningIdSchema } from "./schema.ts";
import { findWarner, undoWarning, warnAuthor } from "./warn-author.ts";

export const warnAuthorAction = action([], async (_: WarnState, form: FormData): Promise<WarnState> => {
  const { id: moderatorId } = await requireModerator();
  const input = warnSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return { form: { error: "NOT_FOUND" } };
  const warned = await warnAuthor({ moderatorId, ...input.data });
  revalidatePath("/admin", "layout");
  if (warned.ok) return { isDone: true };
  if (warned.error === "RULE_MISSING") return { fields: { rule: warned.error } };
  const by = warned.error === "ALREADY_WARNED" ? await findWarner(input.data.revisionId) : null;
  return { form: { error: warned.error }, ...(by !== null && { by }) };
});

export const undoWarningAction = action(
  [],
  async (_: UndoWarningState, form: FormData): Promise<UndoWarningState> => {
    const { id: moderatorId } = await requireModerator();
    const input = warningIdSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { error: "NOT_FOUND" };
    const undone = await undoWarning({ moderatorId, ...input.data });
    revalidatePath("/admin", "layout");
    return undone.ok ? { isDone: true } : { error: undone.error };
  },
);
