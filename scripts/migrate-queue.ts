import { PgBoss } from "pg-boss";

/** Makes the job queue's own schema, or brings it up to date, so that a server need not have the right to. */
export async function installQueue(databaseUrl: string): Promise<void> {
  const queue = new PgBoss({ connectionString: databaseUrl, max: 1, supervise: false, schedule: false });
  let failure: Error | undefined;
  queue.on("error", (error) => (failure = error));
  await queue.start();
  await queue.stop({ graceful: false });
  if (failure) throw failure;
}
