import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";

import { pool } from "../../lib/db.ts";
import { newCanaries } from "./canaries.ts";
import { leaksInDatabase, leaksOf } from "./leaks.ts";

test("a victim's word in a log, a span or a metric is found", () => {
  const { reply } = newCanaries();
  const line = JSON.stringify({ level: "info", msg: `replied: ${reply}` });
  expect(leaksOf("the log", `{"level":"info"}\n${line}\n`)).toEqual(["the log holds a victim's reply"]);
  expect(leaksOf("the log", "zqaaaaaaaaaaaaaa is nobody's")).toEqual([]);
});

test("a victim's word in the database is found where it is not kept, also in bytes", async () => {
  const { page, sharedReply } = newCanaries();
  const client = await pool.connect();
  try {
    await client.query("CREATE TABLE planted_leak (id int, data jsonb, bytes bytea)");
    await client.query("INSERT INTO planted_leak VALUES (1, $1, $2)", [
      { text: page },
      Buffer.concat([randomBytes(3), Buffer.from(sharedReply)]),
    ]);
    expect((await leaksInDatabase()).filter((leak) => leak.startsWith("planted_leak")).toSorted()).toEqual([
      "planted_leak.bytes holds a victim's sharedReply",
      "planted_leak.data holds a victim's page",
    ]);
  } finally {
    await client.query("DROP TABLE IF EXISTS planted_leak");
    client.release();
  }
});
