"use server";

import { revalidatePath } from "next/cache";

import { action } from "../../action.ts";
import { requireModerator } from "../../auth/viewer.ts";
import { type UndoWarningState, warningIdSchema } from "./schema.ts";
import { undoWarning } from "./warn-author.ts";

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
