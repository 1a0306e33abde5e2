import "server-only";

import { cache } from "react";

import { pool } from "../db.ts";
import type { Decision } from "../generated/prisma/enums.ts";
import { type Span, bucketOf, isWithin, perBucket, spanValues } from "../time/span.ts";

export async function countSubmitted(span: Span): Promise<number[]> {
  const { rows } = await pool.query<{ bucket: number; count: number }>(
    `SELECT ${bucketOf("created_at")} AS bucket, count(*)::int AS count
       FROM review_revision WHERE ${isWithin("created_at")} GROUP BY 1`,
    spanValues(span),
  );
  return perBucket(span, rows, ({ count }) => count);
}

export const decidedWithKinds = ["RULE", "CACHE", "CLASSIFIER", "MODEL", "MODERATOR"] as const;
type DecidedWith = (typeof decidedWithKinds)[number];
export type VerdictCount = { bucket: number; decision: Decision; decidedWith: DecidedWith; count: number };

/** Excludes undone verdicts. Cached for one request: the figures of reviews and of costs both use it. */
export const countVerdicts = cache(async (span: Span): Promise<VerdictCount[]> => {
  const { rows } = await pool.query<VerdictCount>(
    `SELECT ${bucketOf("created_at")} AS bucket, decision,
            CASE WHEN is_from_cache THEN 'CACHE' ELSE decided_by::text END AS "decidedWith", count(*)::int AS count
       FROM verdict WHERE ${isWithin("created_at")} AND undone_at IS NULL GROUP BY 1, 2, 3`,
    spanValues(span),
  );
  return rows;
});

/** First verdicts by machine. Verdicts of policy runs or repeated judging do not count again. */
export async function countJudged({ edges, until }: Span): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM verdict
      WHERE created_at >= $1 AND created_at < $2 AND decided_by <> 'MODERATOR'
        AND NOT EXISTS (SELECT FROM verdict earlier
                         WHERE earlier.revision_id = verdict.revision_id AND earlier.attempt < verdict.attempt)`,
    [edges[0], until],
  );
  return rows[0]!.count;
}

export type Waits = { p50: number; p95: number; p99: number } | null;

/** Wait for the first verdict, by the time of the verdict, for each bucket and overall. Excludes what still waits. */
export async function measureWaits(span: Span): Promise<{ perBucket: Waits[]; overall: Waits }> {
  const { rows } = await pool.query<{ bucket: number | null; seconds: [number, number, number] | null }>(
    `SELECT bucket, percentile_cont(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY seconds) AS seconds
       FROM (SELECT ${bucketOf("verdict.created_at")} AS bucket,
                    extract(epoch FROM verdict.created_at - revision.created_at)::float8 AS seconds
               FROM verdict JOIN review_revision revision ON revision.id = verdict.revision_id
              WHERE ${isWithin("verdict.created_at")} AND verdict.undone_at IS NULL
                AND NOT EXISTS (SELECT FROM verdict earlier
                                 WHERE earlier.revision_id = verdict.revision_id
                                   AND earlier.attempt < verdict.attempt AND earlier.undone_at IS NULL)) waited
      GROUP BY GROUPING SETS ((bucket), ())`,
    spanValues(span),
  );
  const waitsOf = (seconds: [number, number, number] | null | undefined): Waits =>
    seconds ? { p50: seconds[0], p95: seconds[1], p99: seconds[2] } : null;
  return {
    perBucket: span.edges.map((_, index) => waitsOf(rows.find(({ bucket }) => bucket === index)?.seconds)),
    overall: waitsOf(rows.find(({ bucket }) => bucket === null)?.seconds),
  };
}
