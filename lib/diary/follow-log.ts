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

/** As often as a writer flushes. One statement for all the replies that someone follows here. */
const pollMs = 250;

type Followed = { authorId: string; key: SealingKey; seq: number };

const follower = processWide("log-follower", () => ({
  followed: new Map<string, Followed>(),
  timer: undefined as NodeJS.Timeout | undefined,
  isReading: false,
}));

/** Tells a reply that another process writes to those who watch it here, from its log, until it ends. */
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
    // Deserted, or written by this very process now.
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
  if (!followed || !broadcast?.isRemote) return; // it ended here, or became ours, while we asked

  if (attempt === null) return leave(id, () => broadcast.drop()); // deleted
  if (attempt !== broadcast.attempt) {
    broadcast.beginAttempt(attempt);
    followed.seq = -1;
  }
  if (seq !== null) {
    const open = () => openPieces(followed.key, followed.authorId, id, { attempt, seq, pieces });
    // A damaged row costs its words until the end brings the whole text, and no other reply anything.
    for (const piece of openSealed(open, { replyId: id }) ?? []) {
      if (piece === restartMark) broadcast.think();
      else broadcast.say(piece);
    }
    followed.seq = seq;
  }
  if (status === "PENDING" || status === "STREAMING") return;

  // Settled: the log is gone, and what we had not read of it is the rest of the text.
  const openWhole = () => (text ? openReplyText(followed.key, followed.authorId, id, text) : "");
  const whole = openSealed(openWhole, { replyId: id });
  if (whole === null) return leave(id, () => broadcast.end({ status: "FAILED", failure: "DAMAGED" }));
  if (!whole.startsWith(broadcast.text)) broadcast.think(); // the mark was in what we had not read
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
