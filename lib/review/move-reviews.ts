import "server-only";

import type { PoolClient } from "pg";
import { pool } from "../db.ts";
import { deskChannel } from "./desk/desk-channel.ts";

/** What a merge does away with, and what it becomes part of: two gyms, or two trainers of one gym. */
export type Move = { of: "gym" | "trainer"; fromId: string; toId: string };

/** Of a merge: reviews that change places, how many of them everyone sees, and how many become one with another. */
export type MoveCounts = { reviews: number; published: number; joined: number };

/** Reviews of the place itself: a member has one of them, so that who reviewed both places has two too many. */
const isOwn = (of: Move["of"], review: string) => (of === "gym" ? `${review}.trainer_id IS NULL` : "true");

/** What a move would do, for whoever has to confirm it. */
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
 * Locks the reviews that a move touches. Before the places themselves: whoever publishes a review locks it first, and
 * the place, for its tally, after it. With the places locked, `isLockedStill` says whether that was all of them.
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
 * Gives every review of one place to the other, in the transaction that holds their locks. Where a member reviewed
 * both, what they said last stays the review, and the other's revisions become its earlier ones, numbered before it.
 * Decisions about those stay as they are; what was undecided is superseded, as by an edit. Tallies are the trigger's.
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

/** Two reviews of one author that become one. */
type Pair = { keptId: string; goneId: string; keptIsFrom: boolean };

/** When a review was last written. Not max(created_at), for which the database may walk through everybody's by their dates. */
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

  // What nobody will decide any more leaves the queue; what was reported and is still shown stays in it.
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
  // Through negative numbers: a number is unique in its review, at every moment.
  await run(
    `UPDATE review_revision revision
        SET number = -(number + (SELECT max(number) FROM review_revision WHERE review_id = pair.gone_id))
       FROM ${each} WHERE revision.review_id = pair.kept_id`,
  );
  await run(`UPDATE review_revision SET number = -number FROM ${each} WHERE review_id = kept_id`);
  // Where only the other one was published, that revision stays what everyone sees.
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

  // Off the one before on the other: a revision is published in one place.
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
