import "server-only";

import type { PgBoss } from "pg-boss";

import { checkModels, forgetOldFailures } from "./check-models.ts";
import { hasOutage, listDueChecks } from "./outage-data.ts";
import { onRecovery } from "./record-call.ts";

const checkModelsQueue = "check-models";

/** Those who wait for replies to be possible again. The model's health knows nothing of what they wait with. */
export type Waiting = { isAnybody: () => Promise<boolean>; tell: () => Promise<void> };

/**
 * Asks failing models again, once a minute on one server at most, and tells those who wait when replies work again. Who
 * was told that Sora is being repaired does not ask again, so somebody must.
 *
 * An answered call tells them at once, on its own server; here is what that server could not do because it was killed.
 */
export async function workCheckModelsJobs(jobs: PgBoss, waiting: Waiting): Promise<void> {
  onRecovery(async (purpose) => {
    if (purpose === "REPLY") await waiting.tell();
  });
  await jobs.createQueue(checkModelsQueue, {
    policy: "exclusive",
    heartbeatSeconds: 10,
    expireInSeconds: 300,
    retryLimit: 0, // the next minute's does it
    deleteAfterSeconds: 600,
  });
  await jobs.schedule(checkModelsQueue, "* * * * *");
  await jobs.work(checkModelsQueue, { pollingIntervalSeconds: 5 }, () => checkFailingModels(waiting));
}

export async function stopCheckModelsJobs(jobs: PgBoss): Promise<void> {
  await jobs.offWork(checkModelsQueue);
}

/** What the job does. */
export async function checkFailingModels(waiting: Waiting): Promise<void> {
  const due = new Set(await listDueChecks());
  const isAwaited = await waiting.isAnybody();
  // Somebody waits, and nothing fails as far as is known: that the model works must be seen before it is said.
  if (isAwaited && !(await hasOutage("REPLY"))) due.add("REPLY");
  await checkModels([...due], { isLogged: true });
  if (isAwaited && !(await hasOutage("REPLY"))) await waiting.tell();
  await forgetOldFailures();
}
