"use server";

import { revalidatePath } from "next/cache";

import { action } from "../../action.ts";
import { requireModerator } from "../../auth/viewer.ts";
import { fieldErrors, typedValues } from "../../web/form-state.ts";
import { deleteMemberNote, editMemberNote, writeMemberNote } from "./data.ts";
import {
  type MemberNoteError,
  type MemberNoteState,
  type NoteTextError,
  editedNoteSchema,
  newNoteSchema,
  noteIdSchema,
} from "./schema.ts";

export const writeMemberNoteAction = action(
  [],
  async (_: MemberNoteState, form: FormData): Promise<MemberNoteState> => {
    const writer = await requireModerator();
    const input = newNoteSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return refused(fieldErrors<NoteTextError>(input.error), form);
    return shown(await writeMemberNote({ writer, ...input.data }), form);
  },
);

export const editMemberNoteAction = action(
  [],
  async (_: MemberNoteState, form: FormData): Promise<MemberNoteState> => {
    const editor = await requireModerator();
    const input = editedNoteSchema.safeParse(Object.fromEntries(form));
    if (!input.success) return refused(fieldErrors<NoteTextError>(input.error), form);
    return shown(await editMemberNote({ editor, ...input.data }), form);
  },
);

export const deleteMemberNoteAction = action([], async (form: FormData): Promise<void> => {
  const editor = await requireModerator();
  const input = noteIdSchema.safeParse(Object.fromEntries(form));
  if (input.success) await deleteMemberNote({ editor, ...input.data });
  revalidatePath("/admin", "layout");
});

/** No page sends another invalid field, so it counts as a missing note. */
function refused({ text }: Record<string, NoteTextError>, form: FormData): MemberNoteState {
  const values = typedValues(form, "text");
  return text ? { fields: { text }, values } : { form: { error: "NOT_FOUND" }, values };
}

function shown(done: { ok: true } | { ok: false; error: MemberNoteError }, form: FormData): MemberNoteState {
  if (!done.ok) return { form: { error: done.error }, values: typedValues(form, "text") };
  revalidatePath("/admin", "layout");
  return { isDone: true };
}
