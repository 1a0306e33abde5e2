import "server-only";

import type { PgBoss } from "pg-boss";

import { endOfJob } from "../jobs/end-of-job.ts";
import { backgroundLog } from "../log/log.ts";
import { type DuePush, findDuePush } from "./due-push.ts";
import { removeGone } from "./push-data.ts";
import { pushMessageOf } from "./push-message.ts";
import { type PushJob, pushJobSchema, pushQueue } from "./push-queue.ts";
import { pushTtlSeconds, sendPush } from "./send-push.ts";

/** How long a push service that cannot take a message is left alone, unless it says itself. */
const backoffSeconds = [2, 10, 60, 300, 1200, 3600, 7200];

/**
 * Pushes notices, one job for each notice and device, so that a device whose service fails holds nobody else up: the
 * jobs of a batch are done side by side, and while one of them waits for an answer, a second worker takes what comes.
 * A job may run twice (its server died): the second message takes the first one's place on the device.
 */
export async function workPushJobs(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(pushQueue, {
    notify: true,
    // For what is our own fault, such as a database that is away. A push service's refusals have a pace of their own.
    retryLimit: 10,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 300,
    expireInSeconds: 60,
    deleteAfterSeconds: 3600,
  });
  const pace = {
    batchSize: 6,
    localConcurrency: 2,
    burstWhenBatchFull: true,
    perJobResults: true,
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 2,
  } as const;
  await jobs.work(pushQueue, pace, (batch) =>
    Promise.all(batch.map((job) => endOfJob(job, (data) => push(jobs, pushJobSchema.parse(data))))),
  );
}

export async function stopPushJobs(jobs: PgBoss): Promise<void> {
  await jobs.offWork(pushQueue);
}

async function push(jobs: PgBoss, job: Required<PushJob>): Promise<void> {
  const due = await findDuePush(job);
  if (!due) return;

  const { subscriptionId: id, target } = due;
  const outcome = await sendPush(target, pushMessageOf(due));
  if (outcome.kind === "GONE") return removeGone({ id, endpoint: target.endpoint });
  if (outcome.kind === "REFUSED")
    backgroundLog.warn("push refused", { deviceId: id, status: outcome.status });
  if (outcome.kind === "LATER") await pushLater(jobs, job, due, outcome.retryAfterSeconds);
}

async function pushLater(jobs: PgBoss, job: Required<PushJob>, due: DuePush, retryAfterSeconds = 0) {
  const backoff = backoffSeconds[job.tries];
  if (backoff === undefined) return;
  // Never all at the same moment: the service is busy as it is.
  const startAfter = Math.ceil(Math.max(retryAfterSeconds, backoff) * (1 + Math.random() / 4));
  if (due.ageSeconds + startAfter > pushTtlSeconds) return;
  await jobs.send(pushQueue, { ...job, tries: job.tries + 1 } satisfies PushJob, { startAfter });
}
