import "server-only";

import type { JobResult, PgBoss } from "pg-boss";
import { z } from "zod";

import { endOfJob } from "../../jobs/end-of-job.ts";
import { announced, atOnce, untilDone } from "../../jobs/until-done.ts";
import { tellAuthor } from "./tell-author.ts";
import { tellAuthorQueue } from "./tell-author-queue.ts";

const payloadSchema = z.object({ actId: z.uuid() });

/** Before the first act. */
export async function createTellAuthorQueue(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(tellAuthorQueue, {
    ...announced,
    ...untilDone,
    expireInSeconds: 60,
  });
}

/**
 * Tells authors what moderators did, when the time in which that is easily taken back is over.
 *
 * In batches, so that a hundred acts done together are told together; one after the other, so that they leave the
 * database to those who wait for it.
 */
export async function workTellAuthorJobs(jobs: PgBoss): Promise<void> {
  await createTellAuthorQueue(jobs);
  const pace = { ...atOnce, perJobResults: true } as const;
  await jobs.work(tellAuthorQueue, pace, async (batch) => {
    const ends: JobResult[] = [];
    for (const job of batch) {
      ends.push(await endOfJob(job, (data) => tellAuthor(jobs, payloadSchema.parse(data).actId)));
    }
    return ends;
  });
}

/** Tells nobody anything more here. Acts are still accepted, for other servers to tell of. */
export async function stopTellAuthorJobs(jobs: PgBoss): Promise<void> {
  await jobs.offWork(tellAuthorQueue);
}
