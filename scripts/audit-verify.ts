// npm run audit:verify [-- --head N:HASH] recomputes the hash chain of the audit log. Exits with 1 and the first bad
// number when an entry was changed or is missing. Keep the printed head elsewhere: with it, a later run also detects a
// log that was rewritten as a whole.
import "./command-settings.ts";
import { type AuditFault, type AuditHead, verifyAudit } from "../lib/audit/verify-audit.ts";
import { pool } from "../lib/db.ts";
import { runCommand } from "./run-command.ts";

const sentences: Record<AuditFault["fault"], string> = {
  MISSING: "is missing",
  CHANGED: "was changed",
  ADDED: "was added past the head",
  HEAD: "is the last, but the head of the log says otherwise",
  OTHER_CHAIN: "is not the one whose hash you kept: the log was rewritten",
};

function knownHead(args: string[]): AuditHead | undefined {
  if (args.length === 0) return undefined;
  const [, seq, hash] = (args[0] === "--head" && /^(\d{1,15}):([0-9a-f]{64})$/.exec(args[1] ?? "")) || [];
  if (!seq || !hash || args.length > 2)
    throw new Error("Usage: npm run audit:verify [-- --head NUMBER:HASH]");
  return { seq: Number(seq), hash };
}

async function run(): Promise<string> {
  const known = knownHead(process.argv.slice(2));
  const connection = await pool.connect();
  try {
    // One snapshot: entries written during the check belong to the next run.
    await connection.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const verified = await verifyAudit(connection, known);
    if (!verified.ok) throw new Error(`Entry ${verified.seq} ${sentences[verified.fault]}.`);
    const { seq, hash } = verified.head;
    return `The audit log is whole: ${seq} entries.\nHead, to keep elsewhere: ${seq}:${hash}`;
  } finally {
    connection.release(true);
  }
}

await runCommand(run);
