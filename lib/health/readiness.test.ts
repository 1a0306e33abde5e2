import { expect, test } from "vitest";

import { pool } from "../db.ts";
import { beginShutdown, readinessResponse } from "./readiness.ts";

const answer = async () => {
  const response = await readinessResponse();
  return { status: response.status, body: (await response.json()) as unknown };
};

test("a process is ready when the release's newest migration is applied and it is not shutting down", async () => {
  await pool.query("ALTER TABLE _prisma_migrations RENAME TO hidden");
  expect(await answer()).toEqual({ status: 503, body: { status: "unavailable", failing: ["migrations"] } });
  await pool.query("ALTER TABLE hidden RENAME TO _prisma_migrations");
  expect(await answer()).toEqual({ status: 200, body: { status: "ok" } });
  beginShutdown();
  expect(await answer()).toEqual({ status: 503, body: { status: "unavailable", failing: ["shutdown"] } });
});
