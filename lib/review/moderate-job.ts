import "server-only";

import type { PgBoss } from "pg-boss";
import { z } from "zod";

import { announced, atOnce, untilDone } from "../jobs/until-done.ts";
import { listUndecided } from "./claim-revisions.ts";
import { moderateReviewQueue } from "./moderate-review-queue.ts";
import { moderateWaiting, stopModerating } from "./moderate-waiting.ts";
import { giveUpRetrying } from "./retry-failed.ts";

const payloadSchema = z.object({ revisionId: z.uuid() });

/** Before the first review can be accepted. */
export async function createModerateQueue(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(moderateReviewQueue, {
    ...announced,
    ...untilDone,
    expireInSeconds: 900,
  });
}

/**
 * The guarantee behind every verdict: a job, queued with the revision, that judges whatever waits and stays until its
 * revision is decided. One that someone else judges is looked at again when their lease would end; one that the model
 * could not judge when it may be tried again, and for the last time when a person is to get it.
 *
 * In batches: the work is one and the same for all jobs. A batch that fails is tried again whole, which does no harm,
 * since a revision that was decided does not wait any more.
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

/** Judges nothing more here, and lets what is being judged end. Reviews are still accepted, for other servers to judge. */
export async function stopModerateJobs(jobs: PgBoss): Promise<void> {
  await Promise.all([stopModerating(), jobs.offWork(moderateReviewQueue)]);
}
