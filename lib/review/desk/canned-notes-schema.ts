import { z } from "zod";

import { countChars, hasWords, writtenText } from "../../written-text.ts";
import { maxNoteChars } from "../decision/schema.ts";

/** In a longer list nobody finds a note. */
export const maxCannedNotes = 30;

export type CannedNoteError = "FULL" | "EMPTY" | "NOTE_TOO_LONG";

const code = (error: CannedNoteError) => ({ error });

export const cannedNoteSchema = z.object({
  text: z
    .string()
    .transform(writtenText)
    .refine(hasWords, code("EMPTY"))
    .refine((text) => countChars(text) <= maxNoteChars, code("NOTE_TOO_LONG")),
});

export const cannedNoteIdSchema = z.object({ id: z.guid() });
