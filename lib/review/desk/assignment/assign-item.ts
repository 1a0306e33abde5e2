import "server-only";

import type { PoolClient } from "pg";

import { inTransaction } from "../../../in-transaction.ts";
import { type Result, err, ok } from "../../../result.ts";
import { presenceChannel } from "../../revision/review-channel.ts";
import { type AssignError, maxTaken } from "./schema.ts";
import { takenBy } from "./taken-by.ts";

type Assigned = Result<null, Exclude<AssignError, "TAKEN">> | { ok: false; error: "TAKEN"; taker: string };

/**
 * Assigns an open item to a moderator, or to nobody, until it is decided. Any moderator who may decide it may assign it.
 * Idempotent.
 * @param input.takerId the taker that the page showed, or null: of two moderators who take an item at once, the second
 * gets TAKEN
 */
export async function assignItem(input: {
  revisionId: string;
  toId: string | null;
  takerId: string | null;
}): Promise<Assigned> {
  const { revisionId, toId, takerId } = input;
  return inTransaction(async (connection): Promise<Assigned> => {
    // Lock order of a deletion: members before items. Serialises one moderator's tabs, so that the limit holds.
    if (toId !== null && !(await lockModerator(connection, toId))) return err("NO_MODERATOR");
    await connection.query(
      "SELECT FROM moderation_item WHERE revision_id = $1 AND closed_at IS NULL FOR NO KEY UPDATE",
      [revisionId],
    );
    const item = await findItem(connection, revisionId, toId);
    if (!item) return err("NOT_FOUND");
    if (item.takerId === toId) return ok(null);
    if (item.takerId !== takerId)
      return item.takerName === null
        ? err("GIVEN_BACK")
        : { ok: false, error: "TAKEN", taker: item.takerName };
    if (toId !== null && item.authorId === toId) return err("OWN_REVIEW");
    if (item.isOwnDecision) return err("OWN_DECISION");
    if (toId !== null && (await countTaken(connection, toId)) >= maxTaken) return err("TOO_MANY");

    await connection.query(
      "UPDATE moderation_item SET taken_by_id = $2, taken_at = CASE WHEN $2::uuid IS NOT NULL THEN now() END WHERE id = $1",
      [item.id, toId],
    );
    await connection.query("SELECT pg_notify($1, '')", [presenceChannel]);
    return ok(null);
  });
}

/**
 * Holds the lock to the commit: a moderator can not be suspended in between. @returns whether the member is an active
 * moderator
 */
async function lockModerator(connection: PoolClient, memberId: string): Promise<boolean> {
  const { rowCount } = await connection.query(
    "SELECT FROM member WHERE id = $1 AND role <> 'MEMBER' AND suspended_at IS NULL FOR NO KEY UPDATE",
    [memberId],
  );
  return rowCount === 1;
}

type Item = {
  id: string;
  authorId: string;
  takerId: string | null;
  takerName: string | null;
  /** The item is an appeal against `toId`'s decision. */
  isOwnDecision: boolean;
};

async function findItem(
  connection: PoolClient,
  revisionId: string,
  toId: string | null,
): Promise<Item | undefined> {
  const { rows } = await connection.query<Item>(
    `SELECT item.id, review.author_id AS "authorId", taker.id AS "takerId", taker.name AS "takerName",
            EXISTS (SELECT FROM appeal JOIN verdict ON verdict.id = appeal.verdict_id
                     WHERE verdict.revision_id = item.revision_id AND verdict.undone_at IS NULL
                       AND appeal.outcome IS NULL AND verdict.moderator_id = $2) AS "isOwnDecision"
       FROM moderation_item item
       JOIN review_revision revision ON revision.id = item.revision_id
       JOIN review ON review.id = revision.review_id
       LEFT JOIN member taker ON taker.id = ${takenBy("item")}
      WHERE item.revision_id = $1 AND item.closed_at IS NULL`,
    [revisionId, toId],
  );
  return rows[0];
}

async function countTaken(connection: PoolClient, memberId: string): Promise<number> {
  const { rows } = await connection.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM moderation_item WHERE taken_by_id = $1 AND closed_at IS NULL",
    [memberId],
  );
  return rows[0]!.count;
}
