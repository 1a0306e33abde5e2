import "server-only";

import type { JobResult, PgBoss } from "pg-boss";
import { z } from "zod";

import { endOfJob } from "../../jobs/end-of-job.ts";
import { announced, atOnce, untilDone } from "../../jobs/until-done.ts";
import { tellAuthor } from "./notify-author.ts";
import { tellAuthorQueue } from "../revision/notify-author-queue.ts";

const payloadSchema = z.object({ actId: z.uuid() });

export async function createTellAuthorQueue(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(tellAuthorQueue, {
    ...announced,
    ...untilDone,
    expireInSeconds: 60,
  });
}

/**
 * Sends notices about acts after the time for undo.
 * In batches, so that the acts of one batch are announced together; sequentially, to leave database connections to
 * requests.
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

export async function stopTellAuthorJobs(jobs: PgBoss): Promise<void> {
  await jobs.offWork(tellAuthorQueue);
}
