import "server-only";

import type { Locale } from "../i18n/locale.ts";
import { type ReviewPage, listCitedReviews, listPublishedReviews } from "./published-reviews.ts";
import type { ReviewListQuery } from "./review-list-query.ts";
import { findSentence } from "./summary/data.ts";
import type { SummaryTarget } from "./summary/schema.ts";

export type ShownReviews = ReviewPage & { sentence: string | null; isSentenceGone: boolean };

export async function listShownReviews(input: {
  of: SummaryTarget;
  summaryOf: SummaryTarget;
  query: ReviewListQuery;
  locale: Locale;
}): Promise<ShownReviews> {
  const { of, summaryOf, query, locale } = input;
  const { sort: order, said, after, before } = query;
  const sentence = said ? await findSentence(summaryOf, locale, said) : null;
  const page = sentence
    ? await listCitedReviews({ revisionIds: sentence.cited, order })
    : await listPublishedReviews({ of, order, after, before });
  return { ...page, sentence: sentence?.text ?? null, isSentenceGone: said !== "" && !sentence };
}
