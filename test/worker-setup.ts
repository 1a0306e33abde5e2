import pg from "pg";
import { afterEach, inject } from "vitest";

import { logOutput } from "../lib/log/log.ts";

// Each file gets a fresh copy of the database (30 ms), so that rows and planner statistics of one file do not affect the
// next.
const database = `sora_test_${process.env.VITEST_POOL_ID}`;
const server = new pg.Client({ connectionString: `${inject("postgresUrl")}postgres` });
await server.connect();
await server.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
await server.query(`CREATE DATABASE ${database} TEMPLATE ${inject("template")} STRATEGY file_copy`);
await server.end();

// Before any test file loads lib/env.ts.
process.env.DATABASE_URL = `${inject("postgresUrl")}${database}`;

const unexpectedErrors: string[] = [];
const printError = console.error;
console.error = (...args: unknown[]) => {
  unexpectedErrors.push(args.map(String).join(" "));
  printError(...args);
};

logOutput.write = (record) => {
  if (record.startsWith('{"level":"error"')) unexpectedErrors.push(record);
};

afterEach(() => {
  const errors = unexpectedErrors.splice(0);
  if (errors.length > 0) throw new Error(`Unexpected errors: ${errors.join("\n")}`);
});
