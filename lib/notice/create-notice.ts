import type { Db, PgBoss } from "pg-boss";

import { noticeChannel } from "./channels.ts";
import { type PushJob, pushQueue } from "./push-queue.ts";
import type { NoticeContent } from "./schema.ts";

export type NewNotice = NoticeContent & {
  memberId: string;
  /** Identifies the event: a repeated call creates no second notice. */
  eventKey: string;
};

type Created = { noticeId: string; subscriptionId: string | null };

/**
 * Creates a notice once per `eventKey`, updates open tabs and queues pushes, all in the caller's transaction
 * (`fromPrisma(tx)` or `sqlOf(connection)`).
 */
export async function createNotice(db: Db, jobs: PgBoss, notice: NewNotice): Promise<void> {
  const { memberId, eventKey, kind, data } = notice;
  // Selecting the member, instead of relying on the foreign key, makes the call a no-op for a member who is being
  // deleted. Prisma needs the casts: it sends every parameter as text and cannot read `void`.
  const { rows }: { rows: Created[] } = await db.executeSql(
    `WITH created AS (
       INSERT INTO notice (id, member_id, kind, event_key, data, created_at)
       SELECT gen_random_uuid(), id, $2::"NoticeKind", $3, $4::jsonb, clock_timestamp()
         FROM member WHERE id = $1::uuid FOR KEY SHARE
       ON CONFLICT (member_id, event_key) DO NOTHING
       RETURNING id, member_id, kind
     )
     SELECT created.id::text AS "noticeId", subscription.id::text AS "subscriptionId",
            pg_notify('${noticeChannel}', created.member_id::text)::text AS told
       FROM created
       LEFT JOIN push_subscription subscription ON subscription.member_id = created.member_id
             AND NOT EXISTS (SELECT FROM push_opt_out
                              WHERE push_opt_out.member_id = created.member_id AND push_opt_out.kind = created.kind)`,
    [memberId, kind, eventKey, JSON.stringify(data)],
  );

  const pushes = rows.flatMap(({ noticeId, subscriptionId }): { data: PushJob }[] =>
    subscriptionId ? [{ data: { noticeId, subscriptionId } }] : [],
  );
  if (pushes.length > 0) await jobs.insert(pushQueue, pushes, { db });
}

export async function hasNotice(
  db: Db,
  { memberId, eventKey }: Pick<NewNotice, "memberId" | "eventKey">,
): Promise<boolean> {
  const { rows } = await db.executeSql("SELECT FROM notice WHERE member_id = $1::uuid AND event_key = $2", [
    memberId,
    eventKey,
  ]);
  return rows.length > 0;
}
