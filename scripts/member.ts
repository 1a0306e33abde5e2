// npm run admin -- EMAIL [--id ID] makes an existing member an admin; ID where nobody has verified the address
// npm run suspend -- EMAIL [--reason TEXT] signs a member out everywhere; they may only read and delete their own data
// npm run suspend -- EMAIL --undo ends that
// npm run suspend -- EMAIL --uphold TEXT answers the member's appeal: the suspension remains
import "./command-settings.ts";
import { parseArgs } from "node:util";
import { type PgBoss, fromPrisma } from "pg-boss";
import { restoreMember, suspendMember, upholdSuspension } from "../lib/account/suspension.ts";
import { appendAudit } from "../lib/audit/append-audit.ts";
import type { AuditEntry } from "../lib/audit/schema.ts";
import { prisma, type Tx } from "../lib/db.ts";
import type { Role } from "../lib/generated/prisma/enums.ts";
import { jobQueue } from "../lib/jobs/queue.ts";
import { findAccount } from "./find-account.ts";
import { runCommand } from "./run-command.ts";

const [command, ...args] = process.argv.slice(2);
const usage =
  "Usage: npm run admin -- EMAIL [--id ID], or npm run suspend -- EMAIL [--reason TEXT | --undo | --uphold TEXT]";

type Member = { id: string; role: Role; suspendedAt: Date | null };
type Change = (tx: Tx, member: Member) => Promise<AuditEntry | null>;

const makeAdmin: Change = async (tx, { id, role }) => {
  if (role === "ADMIN") return null;
  await tx.member.update({ where: { id }, data: { role: "ADMIN" } });
  return { actorId: null, kind: "ROLE_CHANGED", subjectId: id, data: { from: role, to: "ADMIN" } };
};

let queue: Promise<PgBoss> | undefined;
const told = async (memberId: string) => ({ memberId, jobs: await (queue ??= jobQueue()) });

const suspend: Change = async (tx, { id, suspendedAt }) => {
  if (suspendedAt) return null;
  await suspendMember(tx, await told(id), options().reason ?? null);
  return { actorId: null, kind: "ACCOUNT_SUSPENDED", subjectId: id, data: {} };
};

const letIn: Change = async (tx, { id, suspendedAt }) => {
  if (!suspendedAt) return null;
  await restoreMember(tx, await told(id));
  return { actorId: null, kind: "ACCOUNT_RESTORED", subjectId: id, data: {} };
};

const uphold: Change = async (tx, { id }) => {
  if (!(await upholdSuspension(tx, await told(id), options().uphold ?? "")))
    throw new Error("There is no open appeal of theirs against a suspension.");
  return { actorId: null, kind: "ACCOUNT_SUSPENDED", subjectId: id, data: {} };
};

function options() {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        id: { type: "string" },
        undo: { type: "boolean" },
        reason: { type: "string" },
        uphold: { type: "string" },
      },
    });
    return { ...values, email: positionals[0]?.toLowerCase() };
  } catch {
    throw new Error(usage);
  }
}

function wanted(): { change: Change; done: string } | null {
  if (command === "admin") return { change: makeAdmin, done: "is an admin now" };
  if (command !== "suspend") return null;
  if (options().uphold !== undefined)
    return { change: uphold, done: "stays suspended, and reads your answer" };
  return options().undo
    ? { change: letIn, done: "may sign in again" }
    : { change: suspend, done: "is suspended" };
}

async function run(): Promise<string> {
  const asked = wanted();
  const { email, id } = options();
  if (!asked || !email) throw new Error(usage);
  await prisma.$transaction(async (tx) => {
    const [member] = await tx.$queryRaw<Member[]>`
      SELECT id, role, suspended_at AS "suspendedAt" FROM member WHERE email = ${email} FOR NO KEY UPDATE`;
    if (!member) throw new Error(`There is no member with the e-mail ${email}.`);
    if (command === "admin") await findAccount(tx, { email, id: id ?? null });
    const entry = await asked.change(tx, member);
    if (entry) await appendAudit(fromPrisma(tx), entry);
  });
  return `${email} ${asked.done}.`;
}

await runCommand(() => run().finally(async () => (await queue)?.stop({ graceful: false })));
