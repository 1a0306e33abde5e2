// npm run admin -- EMAIL            makes an existing member an admin
// npm run suspend -- EMAIL [--undo] signs a member out everywhere and keeps them out, or lets them in again
import "./command-settings.ts";
import { fromPrisma } from "pg-boss";
import { appendAudit } from "../lib/audit/append-audit.ts";
import type { AuditEntry } from "../lib/audit/schema.ts";
import { revokeSessions } from "../lib/auth/sessions/revoke.ts";
import { prisma, type Tx } from "../lib/db.ts";
import type { Role } from "../lib/generated/prisma/enums.ts";
import { runCommand } from "./run-command.ts";

const [command, ...args] = process.argv.slice(2);
const isUndone = args.includes("--undo");
const email = args.find((arg) => !arg.startsWith("--"))?.toLowerCase();

type Member = { id: string; role: Role; suspendedAt: Date | null };
/** What is done to a member, and written down: null when they are that already. */
type Change = (tx: Tx, member: Member) => Promise<AuditEntry | null>;

const makeAdmin: Change = async (tx, { id, role }) => {
  if (role === "ADMIN") return null;
  await tx.member.update({ where: { id }, data: { role: "ADMIN" } });
  return { actorId: null, kind: "ROLE_CHANGED", subjectId: id, data: { from: role, to: "ADMIN" } };
};

const suspend: Change = async (tx, { id, suspendedAt }) => {
  if (suspendedAt) return null;
  await tx.member.update({ where: { id }, data: { suspendedAt: new Date() } });
  // On every server at once, what is open on their screen too.
  await revokeSessions(tx, id);
  return { actorId: null, kind: "ACCOUNT_SUSPENDED", subjectId: id, data: {} };
};

const letIn: Change = async (tx, { id, suspendedAt }) => {
  if (!suspendedAt) return null;
  await tx.member.update({ where: { id }, data: { suspendedAt: null } });
  return { actorId: null, kind: "ACCOUNT_RESTORED", subjectId: id, data: {} };
};

function wanted(): { change: Change; done: string } | null {
  if (command === "admin") return { change: makeAdmin, done: "is an admin now" };
  if (command !== "suspend") return null;
  return isUndone ? { change: letIn, done: "may sign in again" } : { change: suspend, done: "is suspended" };
}

async function run(): Promise<string> {
  const asked = wanted();
  if (!asked || !email)
    throw new Error("Usage: npm run admin -- EMAIL, or npm run suspend -- EMAIL [--undo]");
  await prisma.$transaction(async (tx) => {
    const [member] = await tx.$queryRaw<Member[]>`
      SELECT id, role, suspended_at AS "suspendedAt" FROM member WHERE email = ${email} FOR NO KEY UPDATE`;
    if (!member) throw new Error(`There is no member with the e-mail ${email}.`);
    const entry = await asked.change(tx, member);
    if (entry) await appendAudit(fromPrisma(tx), entry);
  });
  return `${email} ${asked.done}.`;
}

await runCommand(run);
