import { afterAll, beforeAll, beforeEach } from "vitest";
import { prisma } from "../lib/db.ts";
import { jobQueue } from "../lib/jobs/queue.ts";
import { createTellAuthorQueue } from "../lib/review/decision/notify-author-job.ts";
import { createModerateQueue } from "../lib/review/judging/judge-job.ts";
import { createNotifyWarningQueue } from "../lib/review/warning/notify-warning-job.ts";

/**
 * Creates the queues of reviews and decisions, and deletes all reviews before each test: revisions of earlier tests would
 * be claimed, listed or judged.
 */
export function startWithoutReviews(): void {
  beforeAll(async () => {
    const jobs = await jobQueue();
    await createModerateQueue(jobs);
    await createTellAuthorQueue(jobs);
    await createNotifyWarningQueue(jobs);
  });
  afterAll(async () => (await jobQueue()).stop());
  beforeEach(async () => void (await prisma.review.deleteMany()));
}
