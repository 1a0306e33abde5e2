import { PgBoss } from "pg-boss";

import { connectionLimits, longLimits } from "../database/limits.ts";
import { env } from "../env.ts";
import { backgroundLog } from "../log/log.ts";
import { processWide } from "../process-wide.ts";

/**
 * The job queue, in the same PostgreSQL as the rows: a job that is queued in a row's transaction exists exactly when
 * the row does. Payloads have ids only.
 */
const state = processWide("jobs", () => ({ boss: undefined as Promise<PgBoss> | undefined }));

export function jobQueue(): Promise<PgBoss> {
  return (state.boss ??= start());
}

async function start(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_DIRECT_URL,
    application_name: "sora-jobs",
    max: 3,
    ...connectionLimits(longLimits),
    useListenNotify: true,
    // The defaults detect a dead worker only after more than a minute.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", (error) => backgroundLog.warn("job queue failed", { error }));
  await boss.start();
  return boss;
}
