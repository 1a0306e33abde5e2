import "server-only";

import type { PoolClient } from "pg";

import { isHiddenByReports, isOfSamePlace, isRemembered } from "./unsettled-reports.ts";

const rememberedDays = 90;

/**
 * Call it before a review is deleted with its reports. Records that reports had hidden it, if no moderator has decided
 * since, and replaces earlier records for the place. The caller has locked the author and the review.
 */
export async function rememberReports(connection: PoolClient, reviewId: string): Promise<void> {
  await connection.query("DELETE FROM reported_deletion WHERE expires_at <= now()");
  await connection.query(
    `WITH earlier AS (
       DELETE FROM reported_deletion deletion USING review WHERE review.id = $1 AND ${isOfSamePlace}
       RETURNING deletion.*
     ), reasons AS (
       SELECT reason FROM report WHERE review_id = $1 AND outcome IS NULL UNION SELECT unnest(reasons) FROM earlier
     )
     INSERT INTO reported_deletion (id, author_id, gym_id, trainer_id, reasons, expires_at)
     SELECT gen_random_uuid(), author_id, gym_id, trainer_id, ARRAY(SELECT reason FROM reasons ORDER BY reason),
            now() + make_interval(days => $2)
       FROM review
      WHERE id = $1 AND (${isHiddenByReports()} OR EXISTS (SELECT FROM earlier deletion WHERE ${isRemembered}))`,
    [reviewId, rememberedDays],
  );
}
