import pg from "pg";
import { afterEach, inject } from "vitest";

import { logOutput } from "../../../lib/log/log.ts";

// A worker's files come one after the other, each to a fresh copy (30 ms): what a file leaves behind, be it rows or the
// planner's idea of them, is nobody else's.
const database = `sora_test_${process.env.VITEST_POOL_ID}`;
const server = new pg.Client({ connectionString: `${inject("postgresUrl")}postgres` });
await server.connect();
await server.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
await server.query(`CREATE DATABASE ${database} TEMPLATE ${inject("template")} STRATEGY file_copy`);
await server.end();

// Before any test file is loaded, so before lib/env.ts reads it.
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
