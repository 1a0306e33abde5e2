import pg from "pg";

import type { Env } from "../lib/env.ts";
import { costOf } from "../lib/metrics/cost.ts";
import {
  maxSummarisedChars,
  maxSummarisedReviews,
  minSummarisedReviews,
} from "../lib/review/summary/schema.ts";

const overheadChars = { ofCall: 1_600, ofReview: 60 };
const outputTokens = 500;
/** Korean has about one token for 1.5 characters, English one for four. Uses the more expensive one. */
const charsPerToken = 1.5;

type Load = { calls: number; chars: number };

/** The cost of all summaries in both languages, and of those that are due now. Counting requests no summary. */
export async function readSummaryLoad(databaseUrl: string): Promise<{ all: Load; due: Load }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: "all" | "due"; calls: number; chars: number }>(
      `WITH text AS (
         SELECT place.id, least(char_length(revision.body), $2) + $4 AS chars,
                row_number() OVER (PARTITION BY place.id ORDER BY review.published_at DESC) AS place
           FROM review JOIN review_revision revision ON revision.id = review.published_revision_id
          CROSS JOIN LATERAL (VALUES (review.gym_id), (review.trainer_id)) AS place (id)
          WHERE review.published_at IS NOT NULL AND place.id IS NOT NULL
       ), subject AS (
         SELECT id, sum(chars)::float8 + $5 AS chars FROM text WHERE place <= $1 GROUP BY id HAVING count(*) >= $3
       ), due AS (
         SELECT coalesce(summary.gym_id, summary.trainer_id) AS id FROM review_summary summary
           LEFT JOIN gym ON gym.id = summary.gym_id LEFT JOIN trainer ON trainer.id = summary.trainer_id
          WHERE coalesce(gym.reviews_changed_at, trainer.reviews_changed_at) IS DISTINCT FROM summary.covers_at
       )
       SELECT 'all' AS name, 2 * count(*)::int AS calls, 2 * coalesce(sum(chars), 0) AS chars FROM subject
       UNION ALL
       SELECT 'due', count(*)::int, coalesce(sum(chars), 0) FROM due JOIN subject USING (id)`,
      [
        maxSummarisedReviews,
        maxSummarisedChars,
        minSummarisedReviews,
        overheadChars.ofReview,
        overheadChars.ofCall,
      ],
    );
    const load = (name: string): Load => {
      const { calls, chars } = rows.find((row) => row.name === name)!;
      return { calls, chars };
    };
    return { all: load("all"), due: load("due") };
  } finally {
    await client.end();
  }
}

type Settings = Pick<
  Env,
  "SUMMARY_CALLS_PER_DAY" | "MODEL_PRICE_INPUT" | "MODEL_PRICE_CACHED_INPUT" | "MODEL_PRICE_OUTPUT"
>;

export function describeSummaryCost({ all, due }: { all: Load; due: Load }, settings: Settings): string[] {
  if (all.calls === 0) return [];
  const costs = (load: Load) => {
    const tokens = { inputTokens: load.chars / charsPerToken, outputTokens: load.calls * outputTokens };
    const cost = costOf({ ...tokens, cachedInputTokens: 0 }, settings);
    const read = `${load.calls} calls, about ${rounded(tokens.inputTokens)} tokens in and ${rounded(tokens.outputTokens)} out`;
    return cost === null ? read : `${read}: ${cost.toPrecision(2)} by MODEL_PRICE_INPUT and _OUTPUT`;
  };
  return [
    "The model sums reviews up where someone looks, in their language, and again when reviews change.",
    due.calls > 0 ? `To be written now: ${costs(due)}.` : "Nothing is to be written now.",
    `If every gym and trainer is looked at in both languages: ${costs(all)}.`,
    `At most ${settings.SUMMARY_CALLS_PER_DAY} calls a day (SUMMARY_CALLS_PER_DAY; 0 for none).`,
  ];
}

const rounded = (tokens: number) =>
  Number(tokens.toPrecision(2)).toLocaleString("en", { maximumFractionDigits: 0 });

export async function summaryCostLines(env: Env): Promise<string[]> {
  try {
    return describeSummaryCost(await readSummaryLoad(process.env.DATABASE_URL || env.DATABASE_URL), env);
  } catch {
    return [];
  }
}
