import "server-only";

import type { PgBoss } from "pg-boss";

import { endOfJob } from "../jobs/end-of-job.ts";
import { backgroundLog } from "../log/log.ts";
import { type DuePush, findDuePush } from "./due-push.ts";
import { removeGone } from "./push-data.ts";
import { pushMessageOf } from "./push-message.ts";
import { type PushJob, pushJobSchema, pushQueue } from "./push-queue.ts";
import { pushTtlSeconds, sendPush } from "./send-push.ts";

/** The least wait per try. A longer Retry-After of the push service wins. */
const backoffSeconds = [2, 10, 60, 300, 1200, 3600, 7200];

/**
 * One job per notice and device, so that a failing service delays no other device. The jobs of a batch run in
 * parallel, and a second worker takes new jobs while a batch waits for an answer. A job may run twice when its server
 * dies: the second message replaces the first on the device.
 */
export async function workPushJobs(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(pushQueue, {
    notify: true,
    // For our own failures, such as an unavailable database. Refusals of a push service use `backoffSeconds`.
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
  // Jitter, because the service is already overloaded.
  const startAfter = Math.ceil(Math.max(retryAfterSeconds, backoff) * (1 + Math.random() / 4));
  if (due.ageSeconds + startAfter > pushTtlSeconds) return;
  await jobs.send(pushQueue, { ...job, tries: job.tries + 1 } satisfies PushJob, { startAfter });
}
