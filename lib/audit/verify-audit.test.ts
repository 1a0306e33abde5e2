import { randomBytes } from "node:crypto";
import type { PoolClient } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { newMember } from "../../test/new-member.ts";
import { pool } from "../db.ts";
import { inTransaction, sqlOf } from "../in-transaction.ts";
import { appendAudit } from "./append-audit.ts";
import { readHead, verifyAudit } from "./verify-audit.ts";

const write = async (count: number) => {
  for (let n = 0; n < count; n += 1) {
    await appendAudit(sqlOf(pool), {
      actorId: n % 2 ? await newMember() : null,
      kind: "GYM_EDITED",
      // Characters that JSON escapes, and keys that jsonb reorders.
      subjectId: '한"글\\ \n\t\u0001 🌊/</script>',
      data: { fields: ["name", '"', `${n}`], zz: 1.5, a: null, 가: true } as never,
    });
  }
};

/** Tampers with full database rights, and rolls back. */
async function tampered(
  sql: string,
  run: (connection: PoolClient) => Promise<unknown>,
  values: unknown[] = [],
) {
  const connection = await pool.connect();
  try {
    await connection.query("BEGIN");
    await connection.query("ALTER TABLE audit_event DISABLE TRIGGER ALL");
    const { rowCount } = await connection.query(sql, values);
    expect(rowCount).toBeGreaterThan(0);
    return await run(connection);
  } finally {
    await connection.query("ROLLBACK");
    connection.release();
  }
}

const after = (sql: string, values: unknown[] = []) =>
  tampered(sql, (connection) => verifyAudit(connection), values);
const verify = () => inTransaction((connection) => verifyAudit(connection));

beforeAll(() => write(12));
const headNow = async () => (await readHead(pool))!;

test("an unchanged log is valid, and its head equals the database's", async () => {
  const head = await headNow();
  expect(head.seq).toBeGreaterThanOrEqual(12);
  expect(await verify()).toEqual({ ok: true, head });
});

test("ordinary statements cannot change, empty or truncate the log", async () => {
  for (const sql of [
    "UPDATE audit_event SET kind = 'X'",
    "DELETE FROM audit_event",
    "TRUNCATE audit_event",
    "INSERT INTO audit_event SELECT * FROM audit_event WHERE seq = 0 LIMIT 1; DELETE FROM audit_event WHERE seq = 1",
  ])
    await expect(pool.query(sql)).rejects.toThrow("the audit log is only ever added to");
  expect((await verify()).ok).toBe(true);
});

describe("an altered row", () => {
  test.each([
    ["its kind", "UPDATE audit_event SET kind = 'GYM_ADDED' WHERE seq = 5"],
    ["who did it", "UPDATE audit_event SET actor_id = NULL WHERE seq = 6"],
    ["its subject", "UPDATE audit_event SET subject_id = 'x' WHERE seq = 5"],
    ["its time", "UPDATE audit_event SET at = at + interval '1 millisecond' WHERE seq = 5"],
    ["a word of its data", `UPDATE audit_event SET data = jsonb_set(data, '{zz}', '1.50') WHERE seq = 5`],
    ["its hash", "UPDATE audit_event SET hash = sha256('x') WHERE seq = 5"],
  ])("is detected by %s", async (_, sql) => {
    const seq = sql.endsWith("6") ? 6 : 5;
    expect(await after(sql)).toEqual({ ok: false, seq, fault: "CHANGED" });
  });

  test("is detected by the next row when its own hash was recomputed", async () => {
    const rehash = `UPDATE audit_event SET kind = 'X', hash = sha256(previous_hash || convert_to(jsonb_build_array(
      seq, extract(epoch FROM at), actor_id, 'X', subject_id, data)::text, 'UTF8')) WHERE seq = 5`;
    expect(await after(rehash)).toEqual({ ok: false, seq: 6, fault: "CHANGED" });
  });
});

test("detects a missing row at the start and in the middle", async () => {
  expect(await after("DELETE FROM audit_event WHERE seq = 1")).toMatchObject({ seq: 1, fault: "MISSING" });
  expect(await after("DELETE FROM audit_event WHERE seq IN (7, 9)")).toMatchObject({
    seq: 7,
    fault: "MISSING",
  });
});

test("detects a truncated log, also an empty one", async () => {
  const { seq } = await headNow();
  expect(await after(`DELETE FROM audit_event WHERE seq > ${seq - 2}`)).toMatchObject({
    seq: seq - 1,
    fault: "MISSING",
  });
  expect(await after("DELETE FROM audit_event")).toMatchObject({ seq: 1, fault: "MISSING" });
});

test("detects a forged or deleted head", async () => {
  const { seq } = await headNow();
  const forge = "UPDATE audit_head SET hash = $1";
  expect(await after(forge, [randomBytes(32)])).toEqual({ ok: false, seq, fault: "HEAD" });
  expect(await after("UPDATE audit_head SET seq = 3")).toEqual({ ok: false, seq: 4, fault: "ADDED" });
  expect(await after("DELETE FROM audit_head")).toEqual({ ok: false, seq, fault: "HEAD" });
});

test("detects a rewritten chain, or one truncated together with its head, by a head that was kept elsewhere", async () => {
  const known = await headNow();
  const cut = `WITH gone AS (DELETE FROM audit_event WHERE seq > 8)
    UPDATE audit_head SET seq = 8, hash = (SELECT hash FROM audit_event WHERE seq = 8)`;
  await tampered(cut, async (connection) => {
    expect(await verifyAudit(connection)).toMatchObject({ ok: true, head: { seq: 8 } });
    expect(await verifyAudit(connection, known)).toEqual({ ok: false, seq: 9, fault: "MISSING" });
  });

  await write(3);
  expect(await inTransaction((connection) => verifyAudit(connection, known))).toMatchObject({ ok: true });
  const { hash } = await headNow();
  expect(await inTransaction((connection) => verifyAudit(connection, { ...known, hash }))).toEqual({
    ok: false,
    seq: known.seq,
    fault: "OTHER_CHAIN",
  });
});

test("chains concurrent entries, and keeps none of a rolled back transaction", async () => {
  const before = await headNow();
  await Promise.all([
    write(4),
    write(4),
    inTransaction(async (connection) => {
      await appendAudit(sqlOf(connection), {
        actorId: null,
        kind: "SUGGESTION_CLOSED",
        subjectId: "x",
        data: {},
      });
      throw new Error("taken back");
    }).catch(() => undefined),
  ]);
  expect((await headNow()).seq).toBe(before.seq + 8);
  expect((await verify()).ok).toBe(true);
});
