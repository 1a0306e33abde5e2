import "server-only";

import type { PoolClient } from "pg";
import { pool } from "../db.ts";
import { deskChannel } from "../review/revision/review-channel.ts";

export type Move = { of: "gym" | "trainer"; fromId: string; toId: string };

export type MoveCounts = { reviews: number; published: number; joined: number };

/** A member has one review of each place itself. One who reviewed both places has two after a merge. */
const isOwn = (of: Move["of"], review: string) => (of === "gym" ? `${review}.trainer_id IS NULL` : "true");

export async function countMove({ of, fromId, toId }: Move): Promise<MoveCounts> {
  const { rows } = await pool.query<MoveCounts>(
    `SELECT count(*)::int AS reviews, count(review.published_at)::int AS published,
            count(*) FILTER (WHERE ${isOwn(of, "review")} AND EXISTS (
              SELECT FROM review other WHERE other.author_id = review.author_id
                 AND other.${of}_id = $2 AND ${isOwn(of, "other")}))::int AS joined
       FROM review WHERE review.${of}_id = $1`,
    [fromId, toId],
  );
  return rows[0]!;
}

/**
 * Call it before the places are locked: publishing locks the review first and the place (for its tally) second. After the
 * places are locked, `isLockedStill` checks that no review was added.
 */
export async function lockMovingReviews(connection: PoolClient, move: Move): Promise<string[]> {
  return listIds(connection, move, "FOR UPDATE");
}

export async function isLockedStill(connection: PoolClient, move: Move, locked: string[]): Promise<boolean> {
  return (await listIds(connection, move, "")).join() === locked.join();
}

async function listIds(connection: PoolClient, { of, fromId, toId }: Move, lock: "FOR UPDATE" | "") {
  const { rows } = await connection.query<{ id: string }>(
    `SELECT id FROM review
      WHERE ${of}_id = $1
         OR (${of}_id = $2 AND ${isOwn(of, "review")}
             AND author_id IN (SELECT author_id FROM review own WHERE own.${of}_id = $1 AND ${isOwn(of, "own")}))
      ORDER BY id ${lock}`,
    [fromId, toId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Must run in the transaction that holds the locks. If a member reviewed both places, the later text remains the review,
 * and the other's revisions become earlier ones. Their decisions remain; undecided ones become SUPERSEDED. A trigger
 * updates the tallies.
 */
export async function moveReviews(
  connection: PoolClient,
  move: Move,
): Promise<{ reviews: number; joined: number }> {
  const { of, fromId, toId } = move;
  const joined = await joinReviews(connection, move);
  const { rowCount } = await connection.query(`UPDATE review SET ${of}_id = $2 WHERE ${of}_id = $1`, [
    fromId,
    toId,
  ]);
  if (of === "gym")
    await connection.query("UPDATE moderation_item SET gym_id = $2 WHERE gym_id = $1", [fromId, toId]);
  await connection.query(`UPDATE reported_deletion SET ${of}_id = $2 WHERE ${of}_id = $1`, [fromId, toId]);
  return { reviews: (rowCount ?? 0) + joined.ofFrom, joined: joined.count };
}

type Pair = { keptId: string; goneId: string; keptIsFrom: boolean };

/** Not max(created_at): for that the database may scan all members' revisions by date. */
const saidLast = (review: string) =>
  `(SELECT created_at FROM review_revision WHERE review_id = ${review}.id ORDER BY number DESC LIMIT 1)`;

async function joinReviews(connection: PoolClient, { of, fromId, toId }: Move) {
  const { rows: pairs } = await connection.query<Pair>(
    `SELECT CASE WHEN keeps_from THEN from_id ELSE to_id END AS "keptId",
            CASE WHEN keeps_from THEN to_id ELSE from_id END AS "goneId", keeps_from AS "keptIsFrom"
       FROM (SELECT a.id AS from_id, b.id AS to_id,
                    ${saidLast("a")} > ${saidLast("b")} AS keeps_from
               FROM review a JOIN review b ON b.author_id = a.author_id
              WHERE a.${of}_id = $1 AND ${isOwn(of, "a")}
                AND b.${of}_id = $2 AND ${isOwn(of, "b")}) pair`,
    [fromId, toId],
  );
  if (pairs.length > 0) await joinPairs(connection, pairs);
  return { count: pairs.length, ofFrom: pairs.filter(({ keptIsFrom }) => !keptIsFrom).length };
}

async function joinPairs(connection: PoolClient, pairs: Pair[]): Promise<void> {
  const kept = pairs.map(({ keptId }) => keptId);
  const gone = pairs.map(({ goneId }) => goneId);
  const each = `unnest($1::uuid[], $2::uuid[]) AS pair (kept_id, gone_id)`;
  const run = (sql: string) => connection.query<{ id: string }>(sql, [kept, gone]);

  // Close the items that nobody will decide. A reported text that is still published keeps its item.
  await run(
    `WITH closed AS (
       UPDATE moderation_item item SET closed_at = now()
         FROM ${each}
         JOIN review kept ON kept.id = pair.kept_id
         JOIN review gone ON gone.id = pair.gone_id
         JOIN review_revision revision ON revision.review_id = gone.id
        WHERE item.revision_id = revision.id AND item.closed_at IS NULL
          AND (revision.id IS DISTINCT FROM gone.published_revision_id OR kept.published_revision_id IS NOT NULL)
       RETURNING item.revision_id
     )
     SELECT pg_notify('${deskChannel}', revision_id::text) FROM closed`,
  );
  // Via negative numbers: (review, number) is unique at every moment.
  await run(
    `UPDATE review_revision revision
        SET number = -(number + (SELECT max(number) FROM review_revision WHERE review_id = pair.gone_id))
       FROM ${each} WHERE revision.review_id = pair.kept_id`,
  );
  await run(`UPDATE review_revision SET number = -number FROM ${each} WHERE review_id = kept_id`);
  // If only the deleted review was published, its revision stays published.
  await run(
    `UPDATE review_revision revision
        SET review_id = pair.kept_id, lease_until = NULL,
            status = CASE WHEN revision.id = gone.published_revision_id AND kept.published_revision_id IS NULL THEN 'APPROVED'
                          WHEN revision.status IN ('PENDING', 'HELD', 'FAILED') THEN 'SUPERSEDED'
                          ELSE revision.status END
       FROM ${each} JOIN review kept ON kept.id = pair.kept_id JOIN review gone ON gone.id = pair.gone_id
      WHERE revision.review_id = pair.gone_id`,
  );
  await run(`UPDATE report SET review_id = kept_id FROM ${each} WHERE review_id = gone_id`);

  // Unpublish there first: a revision is published in one review (unique).
  await run(
    `WITH taken AS (
       UPDATE review gone SET published_revision_id = NULL, published_stars = NULL, published_at = NULL
         FROM ${each} JOIN review was ON was.id = pair.gone_id WHERE gone.id = pair.gone_id
       RETURNING pair.kept_id, was.published_revision_id, was.published_stars, was.published_at,
                 was.first_published_at, was.created_at
     )
     UPDATE review kept
        SET created_at = least(kept.created_at, taken.created_at),
            first_published_at = coalesce(kept.first_published_at, taken.first_published_at),
            published_revision_id = coalesce(kept.published_revision_id, taken.published_revision_id),
            published_stars = coalesce(kept.published_stars, taken.published_stars),
            published_at = coalesce(kept.published_at, taken.published_at)
       FROM taken WHERE kept.id = taken.kept_id`,
  );
  await run(`DELETE FROM review USING ${each} WHERE review.id = pair.gone_id`);
}
