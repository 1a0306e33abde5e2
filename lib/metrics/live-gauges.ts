import "server-only";

import { leasePool, pool } from "../db.ts";
import { countReplyStreams } from "../diary/reply-streams.ts";
import { liveNotices } from "../notice/live-notices.ts";
import { deskEvents } from "../review/desk/desk-events.ts";
import type { MetricFamily } from "./exposition.ts";

const labelled = { process: String(process.pid) };

export async function readLiveGauges(): Promise<MetricFamily[]> {
  const pools = Object.entries({ requests: pool, leases: leasePool });
  return [
    {
      name: "sora_open_streams",
      type: "gauge",
      help: "Open event streams of this process, by kind.",
      samples: Object.entries({
        reply: countReplyStreams(),
        notice: liveNotices().openLines,
        desk: deskEvents().openLines,
      }).map(([kind, value]) => ({ labels: { kind, ...labelled }, value })),
    },
    {
      name: "sora_database_connections",
      type: "gauge",
      help: "Database connections of this process, by pool and state; waiting: requests for one.",
      samples: pools.flatMap(([name, { totalCount, idleCount, waitingCount }]) =>
        Object.entries({ busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount }).map(
          ([state, value]) => ({ labels: { pool: name, state, ...labelled }, value }),
        ),
      ),
    },
    {
      name: "sora_job_lag_seconds",
      type: "gauge",
      help: "How long the oldest due job of a queue has waited for a worker, of all servers: take the max.",
      samples: (await readJobLags()).map(({ queue, seconds }) => ({ labels: { queue }, value: seconds })),
    },
  ];
}

async function readJobLags() {
  const { rows } = await pool.query<{ queue: string; seconds: number }>(
    `SELECT queue.name AS queue, coalesce(extract(epoch FROM now() - min(job.start_after)), 0)::float8 AS seconds
       FROM pgboss.queue LEFT JOIN pgboss.job
            ON job.name = queue.name AND job.state IN ('created', 'retry') AND job.start_after <= now()
      GROUP BY queue.name`,
  );
  return rows;
}
