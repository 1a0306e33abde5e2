import { createHash } from "node:crypto";
import type { PoolClient } from "pg";

/** The hash of entry `seq`, which covers all entries up to it. */
export type AuditHead = { seq: number; hash: string };

/**
 * The first faulty number:
 * - MISSING: no entry has this number, but later ones exist, or the head counts more.
 * - CHANGED: the entry differs from what was written.
 * - ADDED: entries beyond the head.
 * - HEAD: the entries are consistent, but the head's hash differs.
 * - OTHER_CHAIN: the entries are consistent, but differ from the externally kept hash.
 */
export type AuditFault = { seq: number; fault: "MISSING" | "CHANGED" | "ADDED" | "HEAD" | "OTHER_CHAIN" };

type Verified = { ok: true; head: AuditHead } | ({ ok: false } & AuditFault);

type Row = {
  seq: string;
  at: string;
  actorId: string | null;
  kind: string;
  subjectId: string | null;
  data: string;
  previousHash: Buffer;
  hash: Buffer;
};

const perPage = 5000;

/**
 * Recomputes the chain outside the database. The connection should use a REPEATABLE READ transaction, so that
 * concurrent entries do not matter.
 * Proves only that nothing before the head was altered: with full access to the database a new chain can be written.
 * `known`, a head that was kept elsewhere, detects that too.
 */
export async function verifyAudit(connection: PoolClient, known?: AuditHead): Promise<Verified> {
  let last: AuditHead = { seq: 0, hash: sha256("") };
  for (;;) {
    const rows = await readAfter(connection, last.seq);
    for (const row of rows) {
      const fault = faultOf(row, last);
      if (fault) return { ok: false, ...fault };
      last = { seq: Number(row.seq), hash: row.hash.toString("hex") };
      if (known?.seq === last.seq && known.hash !== last.hash)
        return { ok: false, seq: last.seq, fault: "OTHER_CHAIN" };
    }
    if (rows.length < perPage) break;
  }
  if (known && known.seq > last.seq) return { ok: false, seq: last.seq + 1, fault: "MISSING" };
  return compareHead(last, await readHead(connection));
}

function faultOf(row: Row, last: AuditHead): AuditFault | null {
  const next = last.seq + 1;
  if (Number(row.seq) !== next) return { seq: next, fault: "MISSING" };
  const isWhole =
    row.previousHash.toString("hex") === last.hash && row.hash.toString("hex") === sha256(last.hash, row);
  return isWhole ? null : { seq: next, fault: "CHANGED" };
}

function compareHead(last: AuditHead, head: AuditHead | null): Verified {
  if (!head) return { ok: false, seq: last.seq, fault: "HEAD" };
  if (head.seq > last.seq) return { ok: false, seq: last.seq + 1, fault: "MISSING" };
  if (head.seq < last.seq) return { ok: false, seq: head.seq + 1, fault: "ADDED" };
  return head.hash === last.hash ? { ok: true, head } : { ok: false, seq: head.seq, fault: "HEAD" };
}

export async function readHead(connection: Pick<PoolClient, "query">): Promise<AuditHead | null> {
  const { rows } = await connection.query<{ seq: string; hash: Buffer }>("SELECT seq, hash FROM audit_head");
  const [head] = rows;
  return head ? { seq: Number(head.seq), hash: head.hash.toString("hex") } : null;
}

async function readAfter(connection: PoolClient, seq: number): Promise<Row[]> {
  const { rows } = await connection.query<Row>(
    `SELECT seq, extract(epoch FROM at)::text AS at, actor_id AS "actorId", kind, subject_id AS "subjectId",
            data::text AS data, previous_hash AS "previousHash", hash
       FROM audit_event WHERE seq > $1 ORDER BY seq LIMIT $2`,
    [seq, perPage],
  );
  return rows;
}

/**
 * Covers the previous hash and the row as PostgreSQL prints it as a JSON array. Without a row: the start of the
 * chain.
 */
function sha256(previousHash: string, row?: Row): string {
  const hash = createHash("sha256").update(Buffer.from(previousHash, "hex"));
  if (row) {
    const words = [row.actorId, row.kind, row.subjectId].map((word) => JSON.stringify(word));
    hash.update(`[${[row.seq, row.at, ...words, row.data].join(", ")}]`);
  }
  return hash.digest("hex");
}
