import "server-only";

import type { PgBoss } from "pg-boss";
import { z } from "zod";

import { untilDone } from "../jobs/until-done.ts";
import { takeOverReplies } from "./take-over-replies.ts";
import { writeReply } from "./write-reply.ts";

export const watchReplyQueue = "watch-reply";

const payloadSchema = z.object({ replyId: z.uuid() });

const nextLookSeconds = 5;

/**
 * Guarantees that every reply ends. The job is queued in the transaction that creates the reply, and checks whether
 * its writer lives. A living writer is checked again when its lease ends. The reply of a dead one is taken over,
 * written here beside the job, and also checked again.
 * Batches let a server check a thousand replies in seconds. A failed batch is retried whole: checks are idempotent.
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

/** Takes no further replies over. Jobs can still be queued: replies are accepted until the server exits. */
export async function stopWatchReplyJobs(jobs: PgBoss): Promise<void> {
  await jobs.offWork(watchReplyQueue);
}
