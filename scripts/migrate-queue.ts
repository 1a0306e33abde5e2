import { PgBoss } from "pg-boss";

/** Creates or updates the job queue's schema, so that servers do not need the right to. */
export async function installQueue(databaseUrl: string): Promise<void> {
  const queue = new PgBoss({ connectionString: databaseUrl, max: 1, supervise: false, schedule: false });
  let failure: Error | undefined;
  queue.on("error", (error) => (failure = error));
  await queue.start();
  await queue.stop({ graceful: false });
  if (failure) throw failure;
}
