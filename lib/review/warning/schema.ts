import { z } from "zod";

export type WarnError =
  | "NOT_FOUND"
  | "OWN_REVIEW"
  /** Another warning is current for this text. */
  | "ALREADY_WARNED";

export type UndoWarningError =
  | "NOT_FOUND"
  | "ALREADY_UNDONE"
  /** The warning is about the moderator. */
  | "OWN_REVIEW";

export const warningIdSchema = z.object({ warningId: z.guid() });

export type UndoWarningState = { error?: UndoWarningError; isDone?: boolean };
