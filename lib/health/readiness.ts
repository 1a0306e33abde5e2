import "server-only";

import { readdir } from "node:fs/promises";
import { join } from "node:path";

import { pool, reachability } from "../db.ts";
import { jsonResponse } from "../web/http.ts";
import { processWide } from "../process-wide.ts";

type Failing = "shutdown" | "database" | "migrations";

const state = processWide("readiness", () => ({ isShuttingDown: false, isMigrated: false }));

export const beginShutdown = (): void => void (state.isShuttingDown = true);

/** 200 when this process may get requests, else 503 with the cause. Within a second, whatever the database does. */
export async function readinessResponse(): Promise<Response> {
  const failing = await findFailing();
  if (!failing) return jsonResponse({ status: "ok" });
  return jsonResponse({ status: "unavailable", failing: [failing] }, { status: 503 });
}

async function findFailing(): Promise<Failing | null> {
  if (state.isShuttingDown) return "shutdown";
  if (!(await reachability.ask())) return "database";
  // Migrations only add, so a positive result is final.
  state.isMigrated ||= await isMigrated().catch(() => false);
  return state.isMigrated ? null : "migrations";
}

/** True when the newest migration of this release is applied. A newer schema is also fine. */
async function isMigrated(): Promise<boolean> {
  const found = await readdir(join(process.cwd(), "prisma", "migrations"), { withFileTypes: true });
  const names = found.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const { rowCount } = await pool.query(
    "SELECT FROM _prisma_migrations WHERE migration_name = $1 AND finished_at IS NOT NULL",
    [names.toSorted().at(-1)],
  );
  return rowCount === 1;
}
