import { z } from "zod";

import type { FormState } from "../../web/form-state.ts";
import { countChars, hasWords, writtenText } from "../../written-text.ts";

export const maxMemberNoteChars = 1_000;
/** Per member: all of them are shown beside an item. */
export const maxMemberNotes = 50;

export type NoteTextError = "NOTE_MISSING" | "NOTE_TOO_LONG";

export type MemberNoteError =
  | "NOT_FOUND"
  /** Nobody may read or write notes about themselves. */
  | "OWN"
  /** Another moderator wrote it, and the editor is not an admin. */
  | "NOT_YOURS"
  /** Edited or deleted after it was shown. */
  | "CHANGED"
  | "FULL";

export type MemberNoteState = FormState<NoteTextError, MemberNoteError>;

const code = (error: NoteTextError) => ({ error });

const textSchema = z
  .string()
  .catch("")
  .transform(writtenText)
  .refine(hasWords, code("NOTE_MISSING"))
  .refine((text) => countChars(text) <= maxMemberNoteChars, code("NOTE_TOO_LONG"));

export const newNoteSchema = z.object({ memberId: z.guid(), text: textSchema });

/** `edit`: the version that was shown. */
export const editedNoteSchema = z.object({
  noteId: z.guid(),
  edit: z.coerce.number().int().min(1).max(1_000_000),
  text: textSchema,
});

export const noteIdSchema = z.object({ noteId: z.guid() });
