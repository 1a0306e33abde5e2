import { afterAll, expect, test } from "vitest";
import { BoundedPool } from "./bounded-pool.ts";
import { longLimits, setLocalLimits, usualLimits } from "./limits.ts";

const pool = new BoundedPool(
  { connectionString: process.env.DATABASE_URL!, max: 1, pipeline: true },
  { isThroughPooler: true },
);
afterAll(() => pool.end());

const limit = "SELECT current_setting('statement_timeout') AS statement";

test("a single statement has the usual limits, and leaves none in the session", async () => {
  const { rows } = await pool.query(limit);
  expect(rows).toEqual([{ statement: `${usualLimits.statement / 1000}s` }]);
  const left = await pool.query(
    "SELECT count(*)::int AS named, (SELECT reset_val FROM pg_settings WHERE name = 'statement_timeout') AS reset FROM pg_prepared_statements",
  );
  expect(left.rows).toEqual([{ named: 0, reset: "0" }]);
});

test("statements lose their names, and keep their values and errors", async () => {
  const named = { name: "sum", text: "SELECT $1::int + 1 AS sum", values: [2] };
  expect((await pool.query(named)).rows).toEqual([{ sum: 3 }]);
  expect((await pool.query("SELECT count(*)::int AS named FROM pg_prepared_statements")).rows).toEqual([
    { named: 0 },
  ]);
  await expect(pool.query("SELECT 1 / $1::int", [0])).rejects.toThrow("division by zero");
  expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});

test("a transaction keeps its session: its limits, its rows and its end do not affect others", async () => {
  const connection = await pool.connect();
  await connection.query(`BEGIN; ${setLocalLimits(longLimits)}`);
  await connection.query("CREATE TEMP TABLE kept (id int) ON COMMIT DROP");
  const [, { rows }] = await Promise.all([
    connection.query("INSERT INTO kept VALUES ($1)", [7]),
    connection.query({ name: "kept", text: `SELECT id, (${limit}) FROM kept` }),
  ]);
  expect(rows).toEqual([{ id: 7, statement: "1min" }]);
  await connection.query("COMMIT");
  expect((await connection.query(limit)).rows).toEqual([{ statement: `${usualLimits.statement / 1000}s` }]);
  connection.release();
});
