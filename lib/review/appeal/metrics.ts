import "server-only";

import { pool } from "../../db.ts";
import { type Span, bucketOf, isWithin, perBucket, spanValues } from "../../time/span.ts";

export async function countAppeals(span: Span): Promise<number[]> {
  const { rows } = await pool.query<{ bucket: number; count: number }>(
    `SELECT ${bucketOf("created_at")} AS bucket, count(*)::int AS count
       FROM appeal WHERE ${isWithin("created_at")} GROUP BY 1`,
    spanValues(span),
  );
  return perBucket(span, rows, ({ count }) => count);
}

type DecidedAppeals = { bucket: number; rule: string | null; upheld: number; overturned: number };

export async function countDecidedAppeals(span: Span): Promise<DecidedAppeals[]> {
  const { rows } = await pool.query<DecidedAppeals>(
    `SELECT ${bucketOf("appeal.decided_at")} AS bucket, verdict.rule,
            (count(*) FILTER (WHERE appeal.outcome = 'UPHELD'))::int AS upheld,
            (count(*) FILTER (WHERE appeal.outcome = 'OVERTURNED'))::int AS overturned
       FROM appeal JOIN verdict ON verdict.id = appeal.verdict_id
      WHERE ${isWithin("appeal.decided_at")} AND appeal.outcome IS NOT NULL
      GROUP BY 1, 2 ORDER BY 1, 2`,
    spanValues(span),
  );
  return rows;
}
