import "server-only";

import { pool } from "../../db.ts";
import type { Locale } from "../../i18n/locale.ts";
import type { SummarySentence } from "./schema.ts";

const rebuildSeconds = 60;
/** Longer than a call (build-summary.ts), so that the holder has ended or died when it expires. */
const leaseSeconds = 75;
/** Bounds, before up to 40 % jitter. After a failure the wait is the time since the last change, which doubles it each time. */
const retrySeconds = { from: 60, to: 3600 };

/** `attempt` is the fencing token. Times are PostgreSQL's text, to the microsecond. */
export type SummaryClaim = {
  id: string;
  gymId: string | null;
  trainerId: string | null;
  locale: Locale;
  attempt: number;
  coversAt: string;
  claimedAt: string;
};

/**
 * Claims a summary that does not cover the current reviews. Gyms first, and of those the ones without a summary. Compares
 * times by inequality, not by order: two changes may commit in the other order.
 */
export async function claimSummary(): Promise<SummaryClaim | null> {
  const { rows } = await pool.query<SummaryClaim>(
    `WITH due AS (
       SELECT summary.id, coalesce(gym.reviews_changed_at, trainer.reviews_changed_at) AS covers_at
         FROM review_summary summary
         LEFT JOIN gym ON gym.id = summary.gym_id
         LEFT JOIN trainer ON trainer.id = summary.trainer_id
        WHERE coalesce(gym.reviews_changed_at, trainer.reviews_changed_at) IS DISTINCT FROM summary.covers_at
          AND (summary.built_at IS NULL OR summary.built_at <= now() - $1 * interval '1 second')
          AND (summary.next_try_at IS NULL OR summary.next_try_at <= now())
        ORDER BY summary.gym_id IS NULL, summary.built_at NULLS FIRST
        LIMIT 1 FOR UPDATE OF summary SKIP LOCKED
     )
     UPDATE review_summary summary
        SET attempt = attempt + 1, next_try_at = now() + $2 * interval '1 second'
       FROM due WHERE due.id = summary.id
     RETURNING summary.id, gym_id AS "gymId", trainer_id AS "trainerId", locale, attempt,
               due.covers_at::text AS "coversAt", now()::text AS "claimedAt"`,
    [rebuildSeconds, leaseSeconds],
  );
  return rows[0] ?? null;
}

type Built = { sentences: SummarySentence[]; basedOn: string[]; model: string };

/**
 * Without `built`: saves that there are too few reviews.
 * @returns false when the claim was lost: nothing was saved
 */
export async function saveSummary(claim: SummaryClaim, built: Built | null): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE review_summary
        SET sentences = $3, based_on = $4, model = $5, covers_at = $6::timestamptz,
            built_at = coalesce($7::timestamptz, built_at), next_try_at = NULL
      WHERE id = $1 AND attempt = $2`,
    [
      claim.id,
      claim.attempt,
      JSON.stringify(built?.sentences ?? []),
      built?.basedOn ?? [],
      built?.model ?? null,
      claim.coversAt,
      built && claim.claimedAt,
    ],
  );
  return rowCount === 1;
}

/** Leaves the old summary. `isAtOnce`: the process stops, so no wait is needed. */
export async function putOffSummary(claim: SummaryClaim, isAtOnce: boolean): Promise<void> {
  await pool.query(
    `UPDATE review_summary
        SET next_try_at = CASE WHEN $3 THEN NULL ELSE now() + (1 + 0.4 * random())
            * least(greatest(now() - $4::timestamptz, $5 * interval '1 second'), $6 * interval '1 second') END
      WHERE id = $1 AND attempt = $2`,
    [claim.id, claim.attempt, isAtOnce, claim.coversAt, retrySeconds.from, retrySeconds.to],
  );
}
