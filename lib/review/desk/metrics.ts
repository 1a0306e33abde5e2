import "server-only";

import { pool } from "../../db.ts";
import { type Span, bucketOf, isWithin, perBucket, spanValues } from "../../time/span.ts";

/** Open items at the end of each bucket, in the last one now. Excludes those that wait for the model. */
export async function measureQueue(span: Span): Promise<number[]> {
  const { rows } = await pool.query<{ bucket: number; change: number }>(
    `SELECT ${bucketOf("at")} AS bucket, sum(step)::int AS change
       FROM (SELECT opened_at AS at, 1 AS step FROM moderation_item WHERE NOT waits_for_model
             UNION ALL
             SELECT closed_at, -1 FROM moderation_item WHERE closed_at IS NOT NULL AND NOT waits_for_model) change
      WHERE at < $2 GROUP BY 1`,
    [span.edges, span.until],
  );
  let waiting = rows.find(({ bucket }) => bucket === -1)?.change ?? 0;
  const changes = perBucket(
    span,
    rows.filter(({ bucket }) => bucket >= 0),
    ({ change }) => change,
  );
  return changes.map((change) => (waiting += change));
}

export async function countFailed(span: Span): Promise<number[]> {
  const { rows } = await pool.query<{ bucket: number; count: number }>(
    `SELECT ${bucketOf("opened_at")} AS bucket, count(*)::int AS count
       FROM moderation_item WHERE ${isWithin("opened_at")} AND reason = 'FAILED' GROUP BY 1`,
    spanValues(span),
  );
  return perBucket(span, rows, ({ count }) => count);
}
