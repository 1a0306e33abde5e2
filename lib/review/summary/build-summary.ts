import "server-only";

import { readObject } from "../../ai/answer/read-object.ts";
import { askForObject } from "../../ai/ask-for-object.ts";
import type { ModelFailure } from "../../ai/model-failure.ts";
import { pool } from "../../db.ts";
import { env } from "../../env.ts";
import { runTask } from "../../moderation/patterns/run-task.ts";
import { type SummaryClaim, putOffSummary, saveSummary } from "./lease.ts";
import {
  type SummarisedReview,
  keepSentences,
  summaryAnswerSchema,
  summaryInstructions,
  summaryPrompt,
} from "./prompt.ts";
import { maxSummarisedReviews, minSummarisedReviews } from "./schema.ts";

/** Includes the wait for a model slot. Shorter than the lease (summary-lease.ts). */
const callMs = 60_000;

export type SummaryOutcome = "SAVED" | "STOPPED" | "BUDGET" | ModelFailure;

/** On failure the previous summary remains and a retry is scheduled. */
export async function buildSummary(claim: SummaryClaim, stop: AbortSignal): Promise<SummaryOutcome> {
  const reviews = await listReviewsToSummarise(claim);
  if (reviews.length < minSummarisedReviews) {
    await saveSummary(claim, null);
    return "SAVED";
  }

  const { prompt, ids } = summaryPrompt(reviews, claim.locale);
  const basedOn = [...ids.values()];
  const answer = await ask(claim, prompt, basedOn, stop);
  const sentences = answer.ok ? keepSentences(answer.data.object, ids, claim.locale) : [];
  if (answer.ok && sentences.length > 0) {
    await saveSummary(claim, { sentences, basedOn, model: answer.data.model });
    return "SAVED";
  }
  const failure = answer.ok ? "MODEL_GARBLED" : answer.error;
  await putOffSummary(claim, failure === "STOPPED");
  return failure;
}

async function ask({ locale }: SummaryClaim, prompt: string, subjectIds: string[], stop: AbortSignal) {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(callMs)]);
  try {
    return await askForObject({
      purpose: "SUMMARY",
      schemaName: "summarise_reviews",
      schema: summaryAnswerSchema,
      read: readObject(summaryAnswerSchema),
      instructions: summaryInstructions(locale),
      prompt,
      subjectIds,
      callsPerDay: env().SUMMARY_CALLS_PER_DAY,
      signal,
    });
  } catch (error) {
    if (!signal.aborted) throw error;
    return { ok: false, error: stop.aborted ? "STOPPED" : "MODEL_TIMEOUT" } as const;
  }
}

/** Must be read after the claim: a later change then makes the summary out of date again. */
async function listReviewsToSummarise({ gymId, trainerId }: SummaryClaim): Promise<SummarisedReview[]> {
  const { rows } = await pool.query<SummarisedReview>(
    `SELECT revision.id AS "revisionId", revision.stars, revision.body, review.trainer_id IS NOT NULL AS "isOfTrainer"
       FROM review JOIN review_revision revision ON revision.id = review.published_revision_id
      WHERE review.${gymId ? "gym_id" : "trainer_id"} = $1 AND review.published_at IS NOT NULL
      ORDER BY review.published_at DESC, review.id DESC LIMIT $2`,
    [gymId ?? trainerId, maxSummarisedReviews],
  );
  // A moderator may have approved a text that addresses a model. It stays public, but the summary model never reads it.
  const findings = await Promise.all(rows.map(({ body }) => runTask("examineText", body, [])));
  return rows.filter((_, at) => findings[at]?.givesOrders === false);
}
