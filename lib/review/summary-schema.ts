import { z } from "zod";

/** A gym or a trainer, whose published reviews are summarised. */
export type SummaryTarget = { gymId: string } | { trainerId: string };

/** A sentence as it is stored, with the revisions it rests on. */
export const summarySentencesSchema = z.array(
  z.object({ text: z.string(), revisionIds: z.array(z.string()).min(1) }),
);

export type SummarySentence = z.infer<typeof summarySentencesSchema>[number];

/** With fewer published reviews there is no summary: it would be those reviews once more. */
export const minSummarisedReviews = 3;

/** A summary speaks of the newest reviews only. */
export const maxSummarisedReviews = 60;

/** Of one review: the rest of a long one says little that is new, and costs what it costs. */
export const maxSummarisedChars = 800;

/** A summary as it is read: `count` of the `of` reviews it was written from say this. */
export type Summary = { sentences: { text: string; count: number; of: number }[]; builtAt: Date };
