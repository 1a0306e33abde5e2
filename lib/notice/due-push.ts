import "server-only";

import { pool } from "../db.ts";
import { isLocale, type Locale } from "../i18n/locale.ts";
import { type NoticeContent, noticeContentSchema } from "./schema.ts";
import type { PushTarget } from "./send-push.ts";

export type DuePush = {
  subscriptionId: string;
  target: PushTarget;
  memberId: string;
  locale: Locale | null;
  notice: NoticeContent;
  ageSeconds: number;
};

type DueRow = PushTarget & {
  memberId: string;
  locale: string | null;
  kind: string;
  data: unknown;
  ageSeconds: number;
};

/**
 * The current state of a job's notice. Null when the notice was read, the device was removed or belongs to another
 * member now, its kind is opted out, or the member is suspended and the notice is about something else.
 */
export async function findDuePush(job: {
  noticeId: string;
  subscriptionId: string;
}): Promise<DuePush | null> {
  const { rows } = await pool.query<DueRow>(
    `SELECT subscription.endpoint, subscription.p256dh, subscription.auth, member.id AS "memberId", member.locale,
            notice.kind, notice.data, extract(epoch FROM clock_timestamp() - notice.created_at)::float8 AS "ageSeconds"
       FROM notice
       JOIN push_subscription subscription ON subscription.member_id = notice.member_id
       JOIN member ON member.id = notice.member_id
      WHERE notice.id = $1 AND subscription.id = $2 AND notice.read_at IS NULL
        AND (member.suspended_at IS NULL OR notice.kind = 'ACCOUNT_SUSPENDED')
        AND NOT EXISTS (SELECT FROM push_opt_out
                         WHERE push_opt_out.member_id = member.id AND push_opt_out.kind = notice.kind)`,
    [job.noticeId, job.subscriptionId],
  );
  const [row] = rows;
  const notice = row && noticeContentSchema.safeParse({ kind: row.kind, data: row.data });
  if (!notice?.success) return null;

  const { endpoint, p256dh, auth, memberId, locale, ageSeconds } = row!;
  return {
    subscriptionId: job.subscriptionId,
    target: { endpoint, p256dh, auth },
    memberId,
    locale: isLocale(locale) ? locale : null,
    notice: notice.data,
    ageSeconds,
  };
}
