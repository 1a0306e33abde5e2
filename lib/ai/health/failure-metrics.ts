import "server-only";

import { pool } from "../../db.ts";
import { type Span, bucketOf, isWithin, spanValues } from "../../time/span.ts";
import type { FailureCause } from "../failure-cause.ts";
import type { ModelPurpose } from "./model-purpose.ts";

type FailureCount = { bucket: number; purpose: ModelPurpose; cause: FailureCause; count: number };

/** Each failed try of a reply counts separately. */
export async function countCallFailures(span: Span): Promise<FailureCount[]> {
  const { rows } = await pool.query<FailureCount>(
    `SELECT ${bucketOf("failed_at")} AS bucket, purpose, cause, count(*)::int AS count
       FROM model_call_failure WHERE ${isWithin("failed_at")} GROUP BY 1, 2, 3`,
    spanValues(span),
  );
  return rows;
}
