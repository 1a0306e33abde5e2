import "server-only";

import type { PoolClient } from "pg";

import { pool } from "../../db.ts";
import type { Decision } from "../../generated/prisma/enums.ts";
import { standingVerdict } from "../revision/current-verdict.ts";
import type { RunClaim } from "./lease.ts";
import type { skips } from "./schema.ts";

/**
 * In SQL: what a judge may decide again. Excludes what a moderator decided or has to decide. Expects `revision`, `review`
 * and `standing` (the current verdict).
 */
export const isForJudge = `(
  revision.status IN ('APPROVED', 'REJECTED') AND standing.decided_by <> 'MODERATOR'
  AND NOT EXISTS (SELECT FROM moderation_item item WHERE item.revision_id = revision.id AND item.closed_at IS NULL)
  AND NOT EXISTS (SELECT FROM verdict appealed JOIN appeal ON appeal.verdict_id = appealed.id
                   WHERE appealed.revision_id = revision.id)
  AND NOT EXISTS (SELECT FROM moderator_act act WHERE act.revision_id = revision.id AND act.undone_at IS NULL))`;

export const isLatestOrPublished = `
  (review.published_revision_id = revision.id OR NOT EXISTS (
     SELECT FROM review_revision newer WHERE newer.review_id = revision.review_id AND newer.number > revision.number))`;

export type RunItem = {
  position: number;
  revisionId: string;
  authorId: string;
  body: string;
  attempt: number;
  verdictId: string | null;
  decision: Decision | null;
  rule: string | null;
  isPublished: boolean;
  skip: (typeof skips)[number] | null;
};

export async function nextItems({ runId, kind }: RunClaim, count: number): Promise<RunItem[]> {
  const { rows } = await pool.query<RunItem>(
    `SELECT item.position, revision.id AS "revisionId", review.author_id AS "authorId", revision.body,
            revision.attempt, standing.id AS "verdictId", standing.decision, standing.rule,
            review.published_revision_id IS NOT DISTINCT FROM revision.id AS "isPublished", ${skipOf("$2")} AS skip
       FROM policy_run_item item
       JOIN review_revision revision ON revision.id = item.revision_id
       JOIN review ON review.id = revision.review_id
       LEFT JOIN ${standingVerdict("revision.id")} standing ON true
      WHERE item.run_id = $1 AND item.done_at IS NULL
      ORDER BY item.position LIMIT $3`,
    [runId, kind, count],
  );
  return rows;
}

/**
 * Call it in a transaction that holds the review.
 * @returns why the item must not be settled; null when it is unchanged since it was read
 */
export async function findSkip(
  connection: PoolClient,
  { runId }: RunClaim,
  item: RunItem,
): Promise<RunItem["skip"]> {
  const { rows } = await connection.query<Pick<RunItem, "skip">>(
    `SELECT CASE WHEN revision.attempt <> $3 OR standing.id IS DISTINCT FROM $4::uuid THEN 'CHANGED'
                 ELSE ${skipOf("'REJUDGE'")} END AS skip
       FROM policy_run_item item
       JOIN review_revision revision ON revision.id = item.revision_id
       JOIN review ON review.id = revision.review_id
       LEFT JOIN ${standingVerdict("revision.id")} standing ON true
      WHERE item.run_id = $1 AND item.position = $2`,
    [runId, item.position, item.attempt, item.verdictId],
  );
  return rows[0] ? rows[0].skip : "CHANGED";
}

/** A trial changes nothing, so it never skips. */
function skipOf(kind: string): string {
  return `CASE WHEN ${kind}::text = 'TRIAL' THEN NULL
               WHEN (standing.decision, standing.rule) IS DISTINCT FROM (item.decision_before, item.rule_before)
                 OR NOT ${isLatestOrPublished} THEN 'CHANGED'
               WHEN NOT ${isForJudge} THEN 'WITH_A_PERSON' END`;
}

export type ItemEnd = {
  decision: Decision | null;
  rule: string | null;
  evidence: string[];
  failure: string | null;
};

export async function saveItem(
  connection: PoolClient,
  { runId }: RunClaim,
  { position }: Pick<RunItem, "position">,
  { decision, rule, evidence, failure }: ItemEnd,
): Promise<void> {
  await connection.query(
    `UPDATE policy_run_item
        SET decision_after = $3::"Decision", rule_after = $4, evidence = $5, failure = $6, done_at = now()
      WHERE run_id = $1 AND position = $2 AND done_at IS NULL`,
    [runId, position, decision, rule, evidence, failure],
  );
}
