"use server";

import { revalidatePath } from "next/cache";
import { action } from "../../action.ts";
import { requireModerator } from "../../auth/viewer.ts";
import { fieldErrors } from "../../web/form-state.ts";
import { dropCannedNote, keepCannedNote } from "./canned-notes.ts";
import { type CannedNoteError, cannedNoteIdSchema, cannedNoteSchema } from "./canned-notes-schema.ts";
import { queuePath } from "./queue-query.ts";

export const keepCannedNoteAction = action(
  [],
  async (form: FormData): Promise<{ error?: CannedNoteError }> => {
    const { id: moderatorId } = await requireModerator();
    const input = cannedNoteSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return { error: fieldErrors<CannedNoteError>(input.error).text ?? "EMPTY" };
    const kept = await keepCannedNote({ moderatorId, ...input.data });
    if (!kept.ok) return { error: kept.error };
    revalidatePath(queuePath);
    return {};
  },
);

export const dropCannedNoteAction = action([], async (form: FormData): Promise<void> => {
  await requireModerator();
  const input = cannedNoteIdSchema.safeParse(Object.fromEntries(form));
  if (input.success) await dropCannedNote(input.data.id);
  revalidatePath(queuePath);
});
