import { z } from "zod";

import type { FormState } from "../../web/form-state.ts";

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

export const warnSchema = z.object({ revisionId: z.guid(), rule: z.string().max(100) });

export const warningIdSchema = z.object({ warningId: z.guid() });

export type WarnState = FormState<"RULE_MISSING", WarnError> & {
  /** For ALREADY_WARNED: the moderator. Missing when their account was deleted. */
  by?: string;
};

export type UndoWarningState = { error?: UndoWarningError; isDone?: boolean };
