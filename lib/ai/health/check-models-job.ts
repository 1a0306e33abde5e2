import "server-only";

import type { PgBoss } from "pg-boss";

import { checkModels, forgetOldFailures } from "./check-models.ts";
import { canBeChecked } from "./model-purpose.ts";
import { hasOutage, listDueChecks } from "./outage-data.ts";
import { onRecovery } from "./record-call.ts";

export const checkModelsQueue = "check-models";

/**
 * Members who wait until replies are possible again. Injected, because this folder must not import the diary.
 */
export type Waiting = { isAnybody: () => Promise<boolean>; notify: () => Promise<void> };

/**
 * Checks failing models again, at most once a minute on one server, and notifies waiting members when replies
 * work again. Members who read that Sora is being repaired do not retry, so without this job no call would
 * detect the repair.
 * Usually an answered call notifies them at once, on its own server. The job covers a server that was killed
 * before that.
 */
export async function workCheckModelsJobs(
  jobs: PgBoss,
  waiting: Waiting,
  judgeAtOnce: () => Promise<void>,
): Promise<void> {
  onRecovery(async (purpose) => {
    if (purpose === "REPLY") await waiting.notify();
    if (purpose === "MODERATION") await judgeAtOnce();
  });
  await jobs.createQueue(checkModelsQueue, {
    policy: "exclusive",
    heartbeatSeconds: 10,
    expireInSeconds: 300,
    retryLimit: 0,
    deleteAfterSeconds: 600,
  });
  await jobs.schedule(checkModelsQueue, "* * * * *");
  await jobs.work(checkModelsQueue, { pollingIntervalSeconds: 2 }, () => checkFailingModels(waiting));
}

export async function stopCheckModelsJobs(jobs: PgBoss): Promise<void> {
  await jobs.offWork(checkModelsQueue);
}

export async function checkFailingModels(waiting: Waiting): Promise<void> {
  const due = new Set((await listDueChecks()).filter(canBeChecked));
  const isAwaited = await waiting.isAnybody();
  // Members wait but no outage is recorded (its server was killed): check before notifying.
  if (isAwaited && !(await hasOutage("REPLY"))) due.add("REPLY");
  await checkModels([...due], { isLogged: true });
  if (isAwaited && !(await hasOutage("REPLY"))) await waiting.notify();
  await forgetOldFailures();
}
