import { z } from "zod";

export type SummaryTarget = { gymId: string } | { trainerId: string };

export const summarySentencesSchema = z.array(
  z.object({ text: z.string(), revisionIds: z.array(z.string()).min(1) }),
);

export type SummarySentence = z.infer<typeof summarySentencesSchema>[number];

/** With fewer published reviews a summary would only repeat them. */
export const minSummarisedReviews = 3;

export const maxSummarisedReviews = 60;

export const maxSummarisedChars = 800;

export type Summary = { sentences: { text: string; count: number; of: number }[]; builtAt: Date };
