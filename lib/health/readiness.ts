import "server-only";

import { readdir } from "node:fs/promises";
import { join } from "node:path";

import { pool, reachability } from "../db.ts";
import { jsonResponse } from "../http.ts";
import { processWide } from "../process-wide.ts";

type Failing = "shutdown" | "database" | "migrations";

const state = processWide("readiness", () => ({ isShuttingDown: false, isMigrated: false }));

/** From now on this process is not ready: a balancer sends requests elsewhere while it ends. */
export const beginShutdown = (): void => void (state.isShuttingDown = true);

/** 200 when this process may be sent requests, else 503 with what is missing. Within a second, whatever the database does. */
export async function readinessResponse(): Promise<Response> {
  const failing = await findFailing();
  if (!failing) return jsonResponse({ status: "ok" });
  return jsonResponse({ status: "unavailable", failing: [failing] }, { status: 503 });
}

async function findFailing(): Promise<Failing | null> {
  if (state.isShuttingDown) return "shutdown";
  if (!(await reachability.ask())) return "database";
  // Migrations only add: what is there once stays.
  state.isMigrated ||= await isMigrated().catch(() => false);
  return state.isMigrated ? null : "migrations";
}

/** Whether the newest migration of this release is applied. A newer schema is as good. */
async function isMigrated(): Promise<boolean> {
  const found = await readdir(join(process.cwd(), "prisma", "migrations"), { withFileTypes: true });
  const names = found.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const { rowCount } = await pool.query(
    "SELECT FROM _prisma_migrations WHERE migration_name = $1 AND finished_at IS NOT NULL",
    [names.toSorted().at(-1)],
  );
  return rowCount === 1;
}
