import { afterAll, beforeAll, beforeEach } from "vitest";
import { prisma } from "../../../lib/db.ts";
import { jobQueue } from "../../../lib/jobs/queue.ts";
import { createTellAuthorQueue } from "../../../lib/review/desk/tell-author-job.ts";
import { createModerateQueue } from "../../../lib/review/moderate-job.ts";

/**
 * For a file of tests about reviews: gives it the queues that reviews and decisions send to, and clears each test of
 * what others left waiting, which would be claimed, listed or judged in it.
 */
export function startWithoutReviews(): void {
  beforeAll(async () => {
    const jobs = await jobQueue();
    await createModerateQueue(jobs);
    await createTellAuthorQueue(jobs);
  });
  afterAll(async () => (await jobQueue()).stop());
  beforeEach(async () => void (await prisma.review.deleteMany()));
}
