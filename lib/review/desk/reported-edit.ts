import "server-only";

import type { PoolClient } from "pg";

import type { Outcome } from "../../moderation/judgement.ts";

/**
 * What comes of a judgement when members' reports took an earlier text of the review off the page, and no moderator has
 * decided about the review since: what the model approves waits for one. The author knows what was reported, the model
 * does not.
 */
export async function outcomeAfterReports(
  connection: PoolClient,
  revisionId: string,
  outcome: Outcome,
): Promise<Outcome> {
  if (!outcome.ok || outcome.data.decision !== "APPROVE") return outcome;
  const { rows } = await connection.query(
    `SELECT FROM review_revision revision
       JOIN review_revision hidden ON hidden.review_id = revision.review_id AND hidden.number < revision.number
       JOIN LATERAL (SELECT hold_reason, created_at FROM verdict WHERE revision_id = hidden.id AND undone_at IS NULL
                      ORDER BY attempt DESC LIMIT 1) last ON last.hold_reason = 'REPORTED'
      WHERE revision.id = $1
        AND NOT EXISTS (SELECT FROM moderator_act act JOIN review_revision decided ON decided.id = act.revision_id
                         WHERE decided.review_id = revision.review_id AND act.undone_at IS NULL AND act.kind <> 'HOLD'
                           AND act.created_at > last.created_at)
      LIMIT 1`,
    [revisionId],
  );
  if (rows.length === 0) return outcome;
  return { ok: true, data: { ...outcome.data, decision: "HOLD", decidedBy: "RULE", holdReason: "REPORTED" } };
}
