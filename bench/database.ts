// The benchmark's database, with counters.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { deployMigrations } from "../scripts/migrate.ts";
import { createDatabase, startPostgres } from "../scripts/postgres.ts";

type Counters = { logStatements: number; settlements: number; commits: number };

export type Database = Awaited<ReturnType<typeof openDatabase>>;

/**
 * Counts statements on the reply log, also those that change no row. A sequence survives rollbacks and costs almost
 * nothing.
 */
const countersSql = `
  CREATE SEQUENCE bench_log_statements;
  CREATE SEQUENCE bench_settlements;
  CREATE FUNCTION bench_count() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM nextval(TG_ARGV[0]); RETURN NULL; END $$;
  CREATE TRIGGER bench_log AFTER INSERT ON reply_log FOR EACH STATEMENT EXECUTE FUNCTION bench_count('bench_log_statements');
  CREATE TRIGGER bench_settle AFTER DELETE ON reply_log FOR EACH STATEMENT EXECUTE FUNCTION bench_count('bench_settlements');
`;

export async function openDatabase(dir: string, ending: AsyncDisposableStack) {
  const postgres = await startPostgres({ dir: join(dir, "postgres"), password: "bench" });
  ending.defer(() => postgres.stop());
  await createDatabase(postgres.urlOf("postgres"), "sora");
  const url = postgres.urlOf("sora");
  await deployMigrations(url);

  const client = new pg.Client({ connectionString: url, application_name: "sora-bench" });
  await client.connect();
  ending.defer(() => client.end());
  await client.query(countersSql);

  return {
    url,
    version: async () =>
      (await client.query<{ server_version: string }>("SHOW server_version")).rows[0]!.server_version,
    counters: () => readCounters(client),
    sampleConnections: () => sampleConnections(client),
    untilJobsAreDone: () => untilJobsAreDone(client),
    unsettled: () => unsettled(client),
  };
}

async function readCounters(client: pg.Client): Promise<Counters> {
  const { rows } = await client.query<Record<keyof Counters, number>>(
    `SELECT coalesce(pg_sequence_last_value('bench_log_statements'), 0)::int AS "logStatements",
            coalesce(pg_sequence_last_value('bench_settlements'), 0)::int AS settlements,
            (SELECT xact_commit::int FROM pg_stat_database WHERE datname = current_database()) AS commits`,
  );
  return rows[0]!;
}

async function sampleConnections(client: pg.Client) {
  const { rows } = await client.query<{ busy: number; inTransaction: number }>(
    `SELECT count(*) FILTER (WHERE state <> 'idle')::int AS busy,
            count(*) FILTER (WHERE state LIKE 'idle in%')::int AS "inTransaction"
       FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  return rows[0]!;
}

const jobsPatienceMs = 30_000;

/** Each reply leaves a job that checks it some seconds later. It is part of the reply's cost. */
async function untilJobsAreDone(client: pg.Client) {
  const deadline = performance.now() + jobsPatienceMs;
  while (performance.now() < deadline) {
    const { rows } = await client.query(
      `SELECT 1 FROM pgboss.job WHERE name = 'watch-reply' AND state IN ('created', 'retry', 'active') LIMIT 1`,
    );
    if (rows.length === 0) return;
    await sleep(250);
  }
  console.log(`jobs are still waiting after ${jobsPatienceMs / 1000} s: they will run into the next wave`);
}

async function unsettled(client: pg.Client) {
  const { rows } = await client.query<{ replies: number; done: number; logRows: number }>(
    `SELECT count(*)::int AS replies, count(*) FILTER (WHERE status = 'DONE')::int AS done,
            (SELECT count(*)::int FROM reply_log) AS "logRows"
       FROM reply`,
  );
  return rows[0]!;
}
