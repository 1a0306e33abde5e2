import "server-only";

import type { PgBoss } from "pg-boss";
import { z } from "zod";

import { announced, atOnce, untilDone } from "../../jobs/until-done.ts";
import { listUndecided } from "./claim-revisions.ts";
import { moderateReviewQueue } from "../revision/judge-queue.ts";
import { moderateWaiting, stopModerating } from "./judge-waiting.ts";
import { giveUpRetrying } from "./retry-failed.ts";

const payloadSchema = z.object({ revisionId: z.uuid() });

export async function createModerateQueue(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(moderateReviewQueue, {
    ...announced,
    ...untilDone,
    expireInSeconds: 900,
  });
}

/**
 * Guarantees a verdict: the job is queued with the revision and is queued again until the revision is decided. A revision
 * that another process judges is checked when its lease ends; one that failed, at its next retry and at the end of its
 * retries.
 * A batch runs the same work for all its jobs. A failed batch is retried whole: that does no harm, since decided
 * revisions no longer wait.
 */
export async function workModerateJobs(jobs: PgBoss): Promise<void> {
  await createModerateQueue(jobs);
  await jobs.work(moderateReviewQueue, atOnce, async (batch) => {
    await moderateWaiting();
    await giveUpRetrying();
    const undecided = await listUndecided(batch.map(({ data }) => payloadSchema.parse(data).revisionId));
    if (undecided.length === 0) return;
    await jobs.insert(
      moderateReviewQueue,
      undecided.map(({ revisionId, secondsLeft }) => ({
        data: { revisionId },
        startAfter: Math.max(1, Math.ceil(secondsLeft)),
      })),
    );
  });
}

export async function stopModerateJobs(jobs: PgBoss): Promise<void> {
  await Promise.all([stopModerating(), jobs.offWork(moderateReviewQueue)]);
}
