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

/** UTC; a quiet hour in Seoul. */
const everyNight = "40 18 * * *";

/** Rows per statement. Each is a transaction of about 20 ms, so that nothing waits for it. */
const batchSize = 1000;

type Rule = {
  what: string;
  keptDays: (settings: Env) => number;
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
  // Not configurable: the texts for members state this number.
  { what: "security events", keptDays: () => 90, deleteBefore: deleteSecurityEventsBefore },
  { what: "mails", keptDays: () => 7, deleteBefore: deleteMailsBefore },
  { what: "account links", keptDays: () => 1, deleteBefore: deleteLinksBefore },
];

export async function workRetentionJobs(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(retentionQueue, {
    policy: "exclusive",
    heartbeatSeconds: 30,
    expireInSeconds: 3600,
    retryLimit: 0,
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

/** Idempotent, and safe to kill between batches. @returns deleted rows per kind */
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
