import { z } from "zod";

/** Items of one moderator at a time. More are not decided within a day, while nobody else takes them. */
export const maxTaken = 30;

export type AssignError =
  /** There is no open item. */
  | "NOT_FOUND"
  /** The taker has changed since the page was rendered. Nothing was written. */
  | "TAKEN"
  | "GIVEN_BACK"
  /** The chosen member is no moderator. */
  | "NO_MODERATOR"
  | "OWN_REVIEW"
  | "OWN_DECISION"
  | "TOO_MANY";

const noneSchema = z.literal("").transform(() => null);

/** `to`: the new taker. `takerId`: the taker that the page showed. "" is nobody. */
export const assignSchema = z.object({
  revisionId: z.guid(),
  to: z.guid().or(noneSchema),
  takerId: z.guid().or(noneSchema),
});

export type AssignState = {
  error?: AssignError;
  /** For TAKEN: the current taker. */
  taker?: string;
};
