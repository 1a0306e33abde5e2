import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { pool } from "../db.ts";
import { noticeChannel } from "./channels.ts";
import { type Notice, type NoticeState, noticeContentSchema } from "./schema.ts";

const noticesPerPage = 20;

const maxUnread = 100;

const stateColumns = `
  (SELECT count(*)::int FROM (SELECT FROM notice WHERE member_id = member.id AND read_at IS NULL LIMIT ${maxUnread}) AS counted)
    AS unread,
  (SELECT json_build_object('id', id, 'ageMs', round(1000 * extract(epoch FROM clock_timestamp() - created_at)))
     FROM notice WHERE member_id = member.id ORDER BY created_at DESC, notice.id DESC LIMIT 1) AS latest`;

export async function getNoticeState(memberId: UserId): Promise<NoticeState> {
  const { rows } = await pool.query<NoticeState>(`SELECT ${stateColumns} FROM member WHERE id = $1`, [
    memberId,
  ]);
  return rows[0] ?? { unread: 0, latest: null };
}

export type MemberState = NoticeState & { memberId: string };

export async function listMemberStates(memberIds: string[]): Promise<MemberState[]> {
  const { rows } = await pool.query<MemberState>(
    `SELECT id AS "memberId", ${stateColumns} FROM member WHERE id = ANY ($1::uuid[])`,
    [memberIds],
  );
  return rows;
}

type NoticeRow = { id: string; kind: string; data: unknown; createdAt: Date; isRead: boolean };

/** Keyset page, newest first, of notices older than `before`. */
export async function listNotices({ memberId, before }: { memberId: UserId; before?: string | undefined }) {
  const { rows } = await pool.query<NoticeRow>(
    `SELECT id, kind, data, created_at AS "createdAt", read_at IS NOT NULL AS "isRead"
       FROM notice
      WHERE member_id = $1
        AND ($2::uuid IS NULL
             OR (created_at, id) < (SELECT created_at, id FROM notice WHERE id = $2 AND member_id = $1))
      ORDER BY created_at DESC, id DESC LIMIT $3`,
    [memberId, before ?? null, noticesPerPage + 1],
  );
  const page = rows.slice(0, noticesPerPage);
  const notices = page.flatMap(({ id, createdAt, isRead, ...content }): Notice[] => {
    // Skips kinds of a newer release, which may run at the same time.
    const parsed = noticeContentSchema.safeParse(content);
    return parsed.success ? [{ id, createdAt, isRead, ...parsed.data }] : [];
  });
  return { notices, nextBefore: rows.length > noticesPerPage ? page.at(-1)!.id : null };
}

/**
 * Marks notices up to `upTo` as read, and updates the member's tabs. @returns false when `upTo` is not a notice of
 * the member
 */
export async function markRead({ memberId, upTo }: { memberId: UserId; upTo: string }): Promise<boolean> {
  const { rowCount } = await pool.query(
    `WITH last AS (SELECT created_at, id FROM notice WHERE id = $2 AND member_id = $1),
          marked AS (
            UPDATE notice SET read_at = now() FROM last
             WHERE notice.member_id = $1 AND notice.read_at IS NULL
               AND (notice.created_at, notice.id) <= (last.created_at, last.id)
            RETURNING notice.id)
     SELECT CASE WHEN EXISTS (SELECT FROM marked) THEN pg_notify('${noticeChannel}', $1::text)::text END FROM last`,
    [memberId, upTo],
  );
  return rowCount === 1;
}

export async function deleteNoticesBefore(before: Date, limit: number): Promise<number> {
  const { rowCount } = await pool.query(
    "DELETE FROM notice WHERE id = ANY (ARRAY(SELECT id FROM notice WHERE created_at < $1 LIMIT $2))",
    [before, limit],
  );
  return rowCount ?? 0;
}
