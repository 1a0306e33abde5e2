import "server-only";

import { pool } from "../../db.ts";
import { decidedWindow, queueCountsQuery } from "./queue-list-sql.ts";
import { type QueueQuery, type QueueReason, peopleReasons, queueQuerySchema } from "./queue-query.ts";

type QueueCount = { count: number; oldestAt: Date | null };
export type QueueCounts = Record<QueueReason, QueueCount>;

const everything = queueQuerySchema.parse({});

export async function countQueue(query: QueueQuery = everything): Promise<QueueCounts> {
  const { rows } = await pool.query<QueueCount & { reason: QueueReason }>(queueCountsQuery(query));
  const counted = new Map(rows.map(({ reason, ...count }) => [reason, count]));
  const of = (reason: QueueReason) => counted.get(reason) ?? { count: 0, oldestAt: null };
  const reasons = [...peopleReasons, "WAITING"] as const;
  return Object.fromEntries(reasons.map((reason) => [reason, of(reason)])) as QueueCounts;
}

export type QueueGym = { id: string; name: string; nameEn: string | null };

/** A longer list is not useful. The search finds the other gyms. */
const maxGyms = 300;

export async function listQueueGyms(input: { isDecided: boolean; chosen: string }): Promise<QueueGym[]> {
  const waiting = "SELECT gym_id FROM moderation_item WHERE closed_at IS NULL";
  const decided = `
    SELECT review.gym_id
      FROM (SELECT revision_id FROM verdict WHERE decided_by <> 'MODERATOR'
             ORDER BY created_at DESC, id DESC LIMIT ${decidedWindow / 10}) verdict
      JOIN review_revision revision ON revision.id = verdict.revision_id
      JOIN review ON review.id = revision.review_id`;
  const { rows } = await pool.query<QueueGym>(
    `SELECT id, name, name_en AS "nameEn" FROM gym
      WHERE id IN (${input.isDecided ? decided : waiting}) OR id = $1::uuid ORDER BY name, id LIMIT ${maxGyms}`,
    [input.chosen || null],
  );
  return rows;
}
