import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { openDataKey } from "../crypto/data-key.ts";
import { pool } from "../db.ts";
import { env } from "../env.ts";
import { jobQueue } from "../jobs/queue.ts";
import { entryFingerprint, openEntryBody } from "./entry-data.ts";
import { localDate, startOfLocalDay } from "../time/local-date.ts";
import { addDays, startOfDay } from "../time/local-days.ts";
import { type Assignment, leaseSeconds } from "./reply-lease.ts";
import type { Tone } from "./schema.ts";
import { watchReplyQueue } from "./watch-reply-job.ts";

type Opened =
  | { ok: true; data: { replyId: string; assignment: Assignment | null; fingerprint: string | null } }
  | { ok: false; error: "UNAUTHENTICATED" | "NOT_FOUND" }
  | {
      ok: false;
      error: "TOO_MANY_REPLIES" | "TOO_MANY_IN_ALL" | "TOO_MANY_RUNNING";
      retryAfterSeconds: number;
    };

type Request = { authorId: UserId; date: string; tone: Tone; timeZone: string };

/**
 * Opens a reply to the author's page and assigns it to the caller, in one transaction with its watch job. If that
 * page already has a running reply in that tone, returns its id without an assignment.
 * A hot path, between the click and the model: two round trips, with plain SQL that is prepared once per connection
 * and statements that are sent without waiting.
 */
export async function openReply(request: Request): Promise<Opened> {
  const jobs = await jobQueue();
  const replyId = crypto.randomUUID();
  const connection = await pool.connect();
  try {
    // Locks the member first. Their clicks in two tabs queue here, so both limits hold and nothing opens twice.
    const [, , , { rows }] = await Promise.all([
      connection.query("BEGIN"),
      connection.query({ ...lockMember, values: [request.authorId] }),
      // Serializes all members when they share a limit: of two who open the last reply, one is refused.
      env().REPLIES_PER_DAY_TOTAL !== undefined && connection.query(lockTotal),
      connection.query<PageRow>({ ...openPage, values: openPageValues(request, replyId) }),
    ]);
    const opened = readPage(rows[0], request, replyId);
    if (opened.ok && opened.data.assignment) {
      const executeSql = async (text: string, values?: unknown[]) => {
        const job = { name: "queue-watch-reply", text, values };
        const [queued] = await Promise.all([connection.query(job), connection.query("COMMIT")]);
        return queued;
      };
      await jobs.send(watchReplyQueue, { replyId }, { startAfter: leaseSeconds + 1, db: { executeSql } });
    } else {
      await connection.query("COMMIT");
    }
    connection.release();
    return opened;
  } catch (error) {
    // Closes the connection instead of a rollback: the connection may be what failed.
    connection.release(true);
    throw error;
  }
}

const lockMember = { name: "lock-member", text: "SELECT FROM member WHERE id = $1 FOR NO KEY UPDATE" };

const totalLock = 7_420_006;
const lockTotal = { name: "lock-replies-in-all", text: `SELECT pg_advisory_xact_lock(${totalLock})` };

type PageRow = {
  name: string;
  sealed_key: Buffer;
  entry_id: string | null;
  body: Buffer;
  fingerprint: string | null;
  body_version: string | null;
  running_id: string | null;
  running_fingerprint: string | null;
  running: number;
  in_all: number | null;
  opened_id: string | null;
};

// A separate statement, so that its snapshot includes what was committed during the wait for the lock. A reply that
// failed before its first word does not count.
const openPage = {
  name: "open-reply",
  text: `
  WITH page AS (
    SELECT member.name, data_key.sealed_key, entry.id AS entry_id, entry.body, entry.fingerprint, entry.body_version,
           active.id AS running_id, active.fingerprint AS running_fingerprint,
           (SELECT count(*)::int FROM reply WHERE author_id = $1 AND status IN ('PENDING', 'STREAMING')) AS running,
           CASE WHEN $9::int IS NOT NULL THEN
             (SELECT count(*)::int FROM (SELECT FROM reply WHERE created_at >= $10::timestamptz
                AND (status <> 'FAILED' OR first_text_ms IS NOT NULL) LIMIT $9) today) END AS in_all
      FROM member JOIN data_key ON data_key.member_id = member.id
      LEFT JOIN entry ON entry.author_id = member.id AND entry.date = $2
      LEFT JOIN reply AS active
        ON active.entry_id = entry.id AND active.tone = $3::"Tone" AND active.status IN ('PENDING', 'STREAMING')
     WHERE member.id = $1 AND member.suspended_at IS NULL
  ), opened AS (
    INSERT INTO reply (id, entry_id, author_id, tone, fingerprint, attempt, lease_until)
    SELECT $4, entry_id, $1, $3::"Tone", fingerprint, 1, now() + $5 * interval '1 second' FROM page
     WHERE entry_id IS NOT NULL AND running_id IS NULL AND running < $6 AND (in_all IS NULL OR in_all < $9)
       AND $7 > (SELECT count(*) FROM reply
                  WHERE author_id = $1 AND created_at >= $8 AND (status <> 'FAILED' OR first_text_ms IS NOT NULL))
    RETURNING id
  )
  SELECT page.*, opened.id AS opened_id FROM page LEFT JOIN opened ON true`,
};

function openPageValues({ authorId, date, tone, timeZone }: Request, replyId: string) {
  const { RUNNING_REPLIES_PER_MEMBER, REPLIES_PER_DAY, REPLIES_PER_DAY_TOTAL } = env();
  const own = [RUNNING_REPLIES_PER_MEMBER, REPLIES_PER_DAY, startOfLocalDay(timeZone)];
  const limits = [...own, REPLIES_PER_DAY_TOTAL ?? null, startOfLocalDay("UTC")];
  return [authorId, date, tone, replyId, leaseSeconds, ...limits];
}

function readPage(row: PageRow | undefined, request: Request, replyId: string): Opened {
  const { authorId, date, tone, timeZone } = request;
  if (!row) return { ok: false, error: "UNAUTHENTICATED" };
  if (!row.entry_id) return { ok: false, error: "NOT_FOUND" };
  if (row.running_id)
    return {
      ok: true,
      data: { replyId: row.running_id, assignment: null, fingerprint: row.running_fingerprint },
    };
  if (row.running >= env().RUNNING_REPLIES_PER_MEMBER) {
    return { ok: false, error: "TOO_MANY_RUNNING", retryAfterSeconds: 5 };
  }
  if (!row.opened_id) {
    const isFull = row.in_all !== null && row.in_all >= env().REPLIES_PER_DAY_TOTAL!;
    return isFull
      ? { ok: false, error: "TOO_MANY_IN_ALL", retryAfterSeconds: secondsToTomorrow("UTC") }
      : { ok: false, error: "TOO_MANY_REPLIES", retryAfterSeconds: secondsToTomorrow(timeZone) };
  }

  const key = openDataKey(authorId, row.sealed_key);
  const { name, fingerprint, body_version: bodyVersion } = row;
  const body = openEntryBody(key, { authorId, id: row.entry_id, body: row.body, fingerprint, bodyVersion });
  return {
    ok: true,
    data: {
      replyId,
      fingerprint: fingerprint ?? entryFingerprint(key, authorId, row.entry_id, body),
      assignment: { replyId, attempt: 1, authorId, tone, date, name, body, key },
    },
  };
}

function secondsToTomorrow(timeZone: string): number {
  const tomorrow = startOfDay(addDays(localDate(timeZone), 1), timeZone);
  return (tomorrow.getTime() - Date.now()) / 1000;
}
