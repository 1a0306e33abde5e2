import { z } from "zod";

export type WarnError =
  | "NOT_FOUND"
  /** Nobody warns themselves. */
  | "OWN_REVIEW"
  /** For this text, by whoever was first. */
  | "ALREADY_WARNED";

export type UndoWarningError =
  | "NOT_FOUND"
  | "ALREADY_UNDONE"
  /** It is about the moderator who asks. */
  | "OWN_REVIEW";

export const warningIdSchema = z.object({ warningId: z.guid() });

export type UndoWarningState = { error?: UndoWarningError; isDone?: boolean };
