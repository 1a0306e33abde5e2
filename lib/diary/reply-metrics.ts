import "server-only";

import { pool } from "../db.ts";
import type { ReplyStatus, Tone } from "./schema.ts";
import { type Span, bucketOf, isWithin, spanValues } from "../time/span.ts";

type ReplyCount = {
  bucket: number;
  tone: Tone;
  status: ReplyStatus;
  count: number;
  up: number;
  down: number;
};

export async function countReplies(span: Span): Promise<ReplyCount[]> {
  const { rows } = await pool.query<ReplyCount>(
    `SELECT ${bucketOf("created_at")} AS bucket, tone, status, count(*)::int AS count,
            (count(*) FILTER (WHERE feedback = 'UP'))::int AS up,
            (count(*) FILTER (WHERE feedback = 'DOWN'))::int AS down
       FROM reply WHERE ${isWithin("created_at")} GROUP BY 1, 2, 3`,
    spanValues(span),
  );
  return rows;
}

type FirstText = { bucket: number | null; tone: Tone; p50: number; p95: number };

export async function measureFirstText(span: Span): Promise<FirstText[]> {
  const { rows } = await pool.query<FirstText>(
    `SELECT bucket, tone, percentile_cont(0.5) WITHIN GROUP (ORDER BY first_text_ms) AS p50,
            percentile_cont(0.95) WITHIN GROUP (ORDER BY first_text_ms) AS p95
       FROM (SELECT ${bucketOf("created_at")} AS bucket, tone, first_text_ms
               FROM reply WHERE ${isWithin("created_at")} AND first_text_ms IS NOT NULL) begun
      GROUP BY GROUPING SETS ((bucket, tone), (tone))`,
    spanValues(span),
  );
  return rows;
}
