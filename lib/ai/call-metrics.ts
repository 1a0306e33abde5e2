import "server-only";

import { pool } from "../db.ts";
import type { CallPurpose, PolicyRunKind } from "../generated/prisma/enums.ts";
import { type Span, bucketOf, isWithin, spanValues } from "../time/span.ts";

export type CallCount = {
  bucket: number;
  purpose: CallPurpose;
  runKind: PolicyRunKind | null;
  calls: number;
  failed: number;
  inputTokens: number;
  cachedInputTokens: number;
  outputTokens: number;
};

export async function countCalls(span: Span): Promise<CallCount[]> {
  const { rows } = await pool.query<CallCount>(
    `SELECT ${bucketOf("started_at")} AS bucket, purpose, run_kind AS "runKind", count(*)::int AS calls, count(failure)::int AS failed,
            coalesce(sum(input_tokens), 0)::float8 AS "inputTokens",
            coalesce(sum(cached_input_tokens), 0)::float8 AS "cachedInputTokens",
            coalesce(sum(output_tokens), 0)::float8 AS "outputTokens"
       FROM model_call
      WHERE purpose IN ('MODERATION', 'SUMMARY') AND ${isWithin("started_at")} GROUP BY 1, 2, 3`,
    spanValues(span),
  );
  return rows;
}
