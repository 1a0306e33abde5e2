import "server-only";

import type { PgBoss } from "pg-boss";

import { deleteModelCallsBefore } from "../ai/model-call-data.ts";
import { deleteLinksBefore, deleteMailsBefore, deleteSecurityEventsBefore } from "../auth/forget-old.ts";
import { type Env, env } from "../env.ts";
import { backgroundLog } from "../log/log.ts";
import { deleteVerdictsBefore } from "../moderation/verdict-cache-data.ts";
import { deleteNoticesBefore } from "../notice/notice-data.ts";
import { deleteSupersededBefore } from "../review/forget-superseded.ts";
import { deleteRunsBefore } from "../review/policy-run/forget.ts";

export const retentionQueue = "retention";

/** At a quiet hour in Seoul, in UTC. */
const everyNight = "40 18 * * *";

/** Rows for one statement: each is a transaction of some 20 ms, so that nobody waits for it. */
const batchSize = 1000;

type Rule = {
  what: string;
  keptDays: (settings: Env) => number;
  /** Deletes a batch. @returns how many. */
  deleteBefore: (before: Date, limit: number) => Promise<number>;
};

const rules: Rule[] = [
  {
    what: "model calls",
    keptDays: (settings) => settings.KEEP_MODEL_CALLS_DAYS,
    deleteBefore: deleteModelCallsBefore,
  },
  { what: "notices", keptDays: (settings) => settings.KEEP_NOTICES_DAYS, deleteBefore: deleteNoticesBefore },
  {
    what: "cached verdicts",
    keptDays: (settings) => settings.KEEP_CACHED_VERDICTS_DAYS,
    deleteBefore: deleteVerdictsBefore,
  },
  {
    what: "policy runs",
    keptDays: (settings) => settings.KEEP_POLICY_RUNS_DAYS,
    deleteBefore: deleteRunsBefore,
  },
  {
    what: "superseded revisions",
    keptDays: (settings) => settings.KEEP_SUPERSEDED_REVISIONS_DAYS,
    deleteBefore: deleteSupersededBefore,
  },
  // Not an operator's choice: members are told that it is so many days.
  { what: "security events", keptDays: () => 90, deleteBefore: deleteSecurityEventsBefore },
  { what: "mails", keptDays: () => 7, deleteBefore: deleteMailsBefore },
  { what: "account links", keptDays: () => 1, deleteBefore: deleteLinksBefore },
];

/** Deletes what the settings keep no longer, on one server, once a day. */
export async function workRetentionJobs(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(retentionQueue, {
    policy: "exclusive",
    heartbeatSeconds: 30,
    expireInSeconds: 3600,
    retryLimit: 0, // the next night's does it
    deleteAfterSeconds: 7 * 24 * 3600,
  });
  await jobs.schedule(retentionQueue, everyNight);
  await jobs.work(retentionQueue, { pollingIntervalSeconds: 30 }, async () => {
    await deleteWhatIsOld();
  });
}

export async function stopRetentionJobs(jobs: PgBoss): Promise<void> {
  await jobs.offWork(retentionQueue);
}

/** What the job does. Idempotent; killed, it has deleted whole batches. @returns how many rows went, by their kind. */
export async function deleteWhatIsOld(limit = batchSize): Promise<Record<string, number>> {
  const deleted: Record<string, number> = {};
  for (const { what, keptDays, deleteBefore } of rules) {
    const before = new Date(Date.now() - keptDays(env()) * 86_400_000);
    let count = 0;
    for (let batch = limit; batch >= limit; count += batch) batch = await deleteBefore(before, limit);
    deleted[what] = count;
    if (count > 0) backgroundLog.info("old rows deleted", { note: `${count} ${what}` });
  }
  return deleted;
}
