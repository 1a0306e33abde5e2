import "server-only";

import type { JobResult, PgBoss } from "pg-boss";
import { z } from "zod";

import { endOfJob } from "../../jobs/end-of-job.ts";
import { announced, atOnce, untilDone } from "../../jobs/until-done.ts";
import { notifyOfWarning } from "./notify-warning.ts";
import { notifyWarningQueue } from "./notify-warning-queue.ts";

const payloadSchema = z.object({ warningId: z.uuid() });

export async function createNotifyWarningQueue(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(notifyWarningQueue, { ...announced, ...untilDone, expireInSeconds: 60 });
}

/** Sends notices of warnings after the time for undo. */
export async function workNotifyWarningJobs(jobs: PgBoss): Promise<void> {
  await createNotifyWarningQueue(jobs);
  await jobs.work(notifyWarningQueue, { ...atOnce, perJobResults: true } as const, async (batch) => {
    const ends: JobResult[] = [];
    for (const job of batch)
      ends.push(await endOfJob(job, (data) => notifyOfWarning(jobs, payloadSchema.parse(data).warningId)));
    return ends;
  });
}

export async function stopNotifyWarningJobs(jobs: PgBoss): Promise<void> {
  await jobs.offWork(notifyWarningQueue);
}
