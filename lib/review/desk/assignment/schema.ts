import { z } from "zod";

/** So many items can be one moderator's at a time: more are not worked within a day, and others wait for them. */
export const maxTaken = 30;

export type AssignError =
  /** It does not wait for anybody any more, or never did. */
  | "NOT_FOUND"
  /** It is somebody else's than the page showed, or nobody's: nothing was changed. */
  | "TAKEN"
  | "GIVEN_BACK"
  /** Who is to have it is no moderator. */
  | "NO_MODERATOR"
  /** Nobody decides about what they wrote themselves, nor about an appeal against their own decision. */
  | "OWN_REVIEW"
  | "OWN_DECISION"
  /** They have `maxTaken` already. */
  | "TOO_MANY";

const noneSchema = z.literal("").transform(() => null);

/** The fields of the form: who is to have the item, and whose the page showed it to be; "" is nobody. */
export const assignSchema = z.object({
  revisionId: z.guid(),
  to: z.guid().or(noneSchema),
  takerId: z.guid().or(noneSchema),
});

export type AssignState = {
  error?: AssignError;
  /** For TAKEN: whose it is now. */
  taker?: string;
};
