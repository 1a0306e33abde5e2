import "server-only";

import type { PgBoss } from "pg-boss";
import { z } from "zod";

import { untilDone } from "../jobs/until-done.ts";
import { takeOverReplies } from "./take-over-replies.ts";
import { writeReply } from "./write-reply.ts";

export const watchReplyQueue = "watch-reply";

const payloadSchema = z.object({ replyId: z.uuid() });

/** Looked at again after this long when it was just taken over: its lease is new. */
const nextLookSeconds = 5;

/**
 * The guarantee behind every reply: a job, queued with the reply's row, that looks whether its writer still lives.
 * It takes a moment: a living writer is looked at again later; a dead one's reply is taken over and
 * written here, beside the job and not in it, and looked at again as well.
 *
 * In batches, so that a night of a thousand replies is looked through in seconds. A batch that fails is tried again
 * whole, which does no harm: looking twice at a reply changes nothing.
 */
export async function workWatchReplyJobs(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(watchReplyQueue, { ...untilDone, expireInSeconds: 15 });
  const pace = { batchSize: 100, burstWhenBatchFull: true, pollingIntervalSeconds: 1 };
  await jobs.work(watchReplyQueue, pace, async (batch) => {
    const { lapsed, held } = await takeOverReplies(
      batch.map(({ data }) => payloadSchema.parse(data).replyId),
    );
    for (const assignment of lapsed) void writeReply(assignment);

    const looks = [
      ...lapsed.map(({ replyId }) => ({ replyId, seconds: nextLookSeconds })),
      ...held.map(({ replyId, secondsLeft }) => ({ replyId, seconds: Math.max(1, Math.ceil(secondsLeft)) })),
    ];
    if (looks.length === 0) return;
    await jobs.insert(
      watchReplyQueue,
      looks.map(({ replyId, seconds }) => ({ data: { replyId }, startAfter: seconds })),
    );
  });
}

/** Takes no further replies over. Jobs can still be queued: replies are accepted until the server is gone. */
export async function stopWatchReplyJobs(jobs: PgBoss): Promise<void> {
  await jobs.offWork(watchReplyQueue);
}
