import "server-only";

import { openSealed } from "../crypto/open-sealed.ts";
import type { SealingKey } from "../crypto/seal.ts";
import { pool } from "../db.ts";
import { backgroundLog } from "../log/log.ts";
import { processWide } from "../process-wide.ts";
import type { Ending } from "./reply-frames.ts";
import { openPieces, openReplyText, restartMark } from "./reply-data.ts";
import { runningReplies, runningReply } from "./running-replies.ts";
import type { ReplyStatus } from "./schema.ts";

/** The flush interval of the writers. One statement reads all replies that are followed here. */
const pollMs = 250;

type Followed = { authorId: string; key: SealingKey; seq: number };

const follower = processWide("log-follower", () => ({
  followed: new Map<string, Followed>(),
  timer: undefined as NodeJS.Timeout | undefined,
  isReading: false,
}));

export function followLog({
  replyId,
  authorId,
  key,
}: {
  replyId: string;
  authorId: string;
  key: SealingKey;
}): void {
  runningReply(replyId).broadcast.isRemote = true;
  if (!follower.followed.has(replyId)) follower.followed.set(replyId, { authorId, key, seq: -1 });
  follower.timer ??= setInterval(() => void read(), pollMs);
}

async function read(): Promise<void> {
  if (follower.isReading) return;
  follower.isReading = true;
  try {
    await readLogs();
  } catch (error) {
    backgroundLog.warn("reply log not read", { error });
  } finally {
    follower.isReading = false;
  }
}

type LogRow = {
  id: string;
  attempt: number | null;
  status: ReplyStatus;
  failure: string | null;
  finish_reason: string | null;
  text: Buffer | null;
  seq: number | null;
  pieces: Buffer;
};

async function readLogs(): Promise<void> {
  for (const replyId of follower.followed.keys()) {
    if (!runningReplies.get(replyId)?.broadcast.isRemote) follower.followed.delete(replyId);
  }
  if (follower.followed.size === 0) {
    clearInterval(follower.timer);
    follower.timer = undefined;
    return;
  }

  const ids = [...follower.followed.keys()];
  const { rows } = await pool.query<LogRow>(
    `SELECT followed.id, reply.attempt, reply.status, reply.failure, reply.finish_reason, reply.text, log.seq, log.pieces
       FROM unnest($1::uuid[], $2::int[], $3::int[]) AS followed (id, attempt, seq)
       LEFT JOIN reply ON reply.id = followed.id
       LEFT JOIN reply_log log ON log.reply_id = reply.id AND log.attempt = reply.attempt
             AND (log.attempt <> followed.attempt OR log.seq > followed.seq)
      ORDER BY followed.id, log.seq`,
    [
      ids,
      ids.map((id) => runningReplies.get(id)!.broadcast.attempt),
      ids.map((id) => follower.followed.get(id)!.seq),
    ],
  );
  for (const row of rows) tell(row);
}

function tell(row: LogRow): void {
  const { id, attempt, status, failure, finish_reason: finishReason, text, seq, pieces } = row;
  const followed = follower.followed.get(id);
  const broadcast = runningReplies.get(id)?.broadcast;
  if (!followed || !broadcast?.isRemote) return; // Ended, or taken over by this process, during the query.

  if (attempt === null) return leave(id, () => broadcast.drop());
  if (attempt !== broadcast.attempt) {
    broadcast.beginAttempt(attempt);
    followed.seq = -1;
  }
  if (seq !== null) {
    const open = () => openPieces(followed.key, followed.authorId, id, { attempt, seq, pieces });
    // A damaged row loses its words only until the end, which has the whole text. Other replies are not affected.
    for (const piece of openSealed(open, { replyId: id }) ?? []) {
      if (piece === restartMark) broadcast.think();
      else broadcast.say(piece);
    }
    followed.seq = seq;
  }
  if (status === "PENDING" || status === "STREAMING") return;

  // The reply has ended and its log is deleted. The unread rest comes from the whole text.
  const openWhole = () => (text ? openReplyText(followed.key, followed.authorId, id, text) : "");
  const whole = openSealed(openWhole, { replyId: id });
  if (whole === null) return leave(id, () => broadcast.end({ status: "FAILED", failure: "DAMAGED" }));
  if (!whole.startsWith(broadcast.text)) broadcast.think();
  const rest = whole.slice(broadcast.textLength);
  if (rest) broadcast.say(rest);
  leave(id, () => broadcast.end(endingOf(status, { failure, finishReason })));
}

function endingOf(
  status: "DONE" | "STOPPED" | "FAILED",
  { failure, finishReason }: { failure: string | null; finishReason: string | null },
): Ending {
  if (status === "DONE") return { status, isCut: finishReason === "length" };
  return status === "FAILED" ? { status, failure: failure ?? "INTERRUPTED" } : { status };
}

function leave(replyId: string, sayGoodbye: () => void): void {
  follower.followed.delete(replyId);
  runningReplies.delete(replyId);
  sayGoodbye();
}
