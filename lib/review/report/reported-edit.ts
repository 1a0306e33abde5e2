import "server-only";

import type { PoolClient } from "pg";

import type { Outcome } from "../../moderation/judgement.ts";
import { isHiddenByReports, isRewritten } from "./unsettled-reports.ts";

/**
 * Turns an approval into a HOLD when reports hid an earlier text of the review, or a review of the same place that the
 * author deleted, and no moderator has decided since. The author knows what was reported; the model does not.
 */
export async function outcomeAfterReports(
  connection: PoolClient,
  revisionId: string,
  outcome: Outcome,
): Promise<Outcome> {
  if (!outcome.ok || outcome.data.decision !== "APPROVE") return outcome;
  const { rows } = await connection.query(
    `SELECT FROM review_revision revision JOIN review ON review.id = revision.review_id
      WHERE revision.id = $1 AND (${isHiddenByReports("hidden.number < revision.number")} OR ${isRewritten})`,
    [revisionId],
  );
  if (rows.length === 0) return outcome;
  return { ok: true, data: { ...outcome.data, decision: "HOLD", decidedBy: "RULE", holdReason: "REPORTED" } };
}
