import "server-only";

import type { PgBoss } from "pg-boss";
import { z } from "zod";

import { takeOverReply } from "./reply-lease.ts";
import { writeReply } from "./write-reply.ts";

export const watchReplyQueue = "watch-reply";

const payloadSchema = z.object({ replyId: z.uuid() });

/**
 * The guarantee behind every reply: a job, queued with the reply's row, that looks whether its writer still lives.
 * It takes a moment: a living writer is looked at again later; a dead one's reply is taken over and
 * written here, beside the job and not in it, and looked at again as well.
 */
export async function workWatchReplyJobs(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(watchReplyQueue, {
    notify: true,
    expireInSeconds: 15,
    retryLimit: 1000, // the database may be away for long; the reply must still end
    retryDelay: 2,
    deleteAfterSeconds: 3600,
  });
  await jobs.work(
    watchReplyQueue,
    { batchSize: 1, localConcurrency: 4, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 },
    async ([job]) => {
      const { replyId } = payloadSchema.parse(job?.data);
      const watch = await takeOverReply(replyId);
      if (watch.state === "SETTLED") return;
      if (watch.state === "LAPSED") void writeReply(watch.assignment);
      const startAfter = watch.state === "HELD" ? Math.max(1, Math.ceil(watch.secondsLeft)) : 5;
      await jobs.send(watchReplyQueue, { replyId }, { startAfter });
    },
  );
}

/** Takes no further replies over. Jobs can still be queued: replies are accepted until the server is gone. */
export async function stopWatchReplyJobs(jobs: PgBoss): Promise<void> {
  await jobs.offWork(watchReplyQueue);
}
