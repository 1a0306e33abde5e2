import "server-only";

import type { SessionClaims } from "../auth/session-cookie.ts";
import type { UserId } from "../auth/user-id.ts";
import { type Result, err, ok } from "../result.ts";
import { findDataKey } from "../crypto/data-key.ts";
import { followLog } from "./follow-log.ts";
import { openReply } from "./open-reply.ts";
import { findReplyStatus, requestStop } from "./reply-data.ts";
import { countStream, hasRoomForStream } from "./reply-streams.ts";
import { runningReplies, runningReply } from "./running-replies.ts";
import { type Tone, isRunning } from "./schema.ts";
import { stopWriting, writeReply } from "./write-reply.ts";

/**
 * Starts a reply to the author's page, or attaches to the running one of that tone, so that a second click, tab or
 * device never calls the model twice.
 * @returns the reply's stream from its beginning, and `written`, which resolves when this process has finished with
 * it
 */
export async function requestReply(input: {
  authorId: UserId;
  date: string;
  tone: Tone;
  timeZone: string;
  session?: SessionClaims | null;
}) {
  if (!hasRoomForStream(input.authorId)) return tooManyStreams;
  const opened = await openReply(input);
  if (!opened.ok) return opened;

  const { replyId, assignment, fingerprint } = opened.data;
  const written = assignment ? writeReply(assignment) : runningReplies.get(replyId)?.written;
  const { authorId, session } = input;
  const watched = await watchReply({ authorId, session, replyId, isKnownToRun: true });
  if (!watched.ok) return watched;
  return ok({ replyId, fingerprint, stream: watched.data, written });
}

export async function watchReply(input: {
  authorId: UserId;
  replyId: string;
  session?: SessionClaims | null | undefined;
  isKnownToRun?: boolean;
}): Promise<Result<ReadableStream<Uint8Array> | null, "NOT_FOUND"> | typeof tooManyStreams> {
  const { authorId, replyId, session, isKnownToRun = false } = input;
  if (!isKnownToRun) {
    const status = await findReplyStatus({ authorId, replyId });
    if (!status) return err("NOT_FOUND");
    if (!isRunning(status)) return ok(null);
  }
  if (!hasRoomForStream(authorId)) return tooManyStreams;
  if (!runningReplies.has(replyId)) {
    const key = await findDataKey(authorId);
    if (!key) return err("NOT_FOUND");
    followLog({ replyId, authorId, key });
  }
  // Checked again without an await before the count, so that two requests cannot both take the last slot.
  if (!hasRoomForStream(authorId)) return tooManyStreams;
  return ok(runningReply(replyId).broadcast.watch(session, countStream(authorId)));
}

const tooManyStreams = { ok: false, error: "TOO_MANY_STREAMS", retryAfterSeconds: 5 } as const;

/** Stops the author's reply and keeps its text so far. Nothing else cancels the model. */
export async function stopReply({
  authorId,
  replyId,
}: {
  authorId: UserId;
  replyId: string;
}): Promise<boolean> {
  const isTheirs = await requestStop({ authorId, replyId });
  if (isTheirs) stopWriting(replyId);
  return isTheirs;
}
