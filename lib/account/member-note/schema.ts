import { z } from "zod";

import type { FormState } from "../../form-state.ts";
import { countChars, hasWords, writtenText } from "../../written-text.ts";

export const maxMemberNoteChars = 1_000;
/** About one member: more are not read beside an item. */
export const maxMemberNotes = 50;

export type NoteTextError = "NOTE_MISSING" | "NOTE_TOO_LONG";

export type MemberNoteError =
  | "NOT_FOUND"
  /** Nobody reads or writes notes about themselves. */
  | "OWN"
  /** It is another moderator's, and who asks is no admin. */
  | "NOT_YOURS"
  /** It was edited or deleted since it was shown. */
  | "CHANGED"
  /** There are `maxMemberNotes` already. */
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

/** `edit`: of the note as it was shown. */
export const editedNoteSchema = z.object({
  noteId: z.guid(),
  edit: z.coerce.number().int().min(1).max(1_000_000),
  text: textSchema,
});

export const noteIdSchema = z.object({ noteId: z.guid() });
