// No "server-only": `npm run suspend` loads this in plain Node.
import { randomUUID } from "node:crypto";
import { type PgBoss, fromPrisma } from "pg-boss";
import { revokeSessions } from "../auth/sessions/revoke.ts";
import type { UserId } from "../auth/user-id.ts";
import { type Tx, prisma } from "../db.ts";
import { createNotice } from "../notice/create-notice.ts";

type Told = { memberId: string; jobs: PgBoss };

/**
 * Suspends a member and ends every session. They can still read, export and delete their diary. Creates a notice, as
 * do the decisions below.
 */
export async function suspendMember(tx: Tx, told: Told, reason: string | null): Promise<void> {
  const { memberId } = told;
  await tx.member.update({
    where: { id: memberId },
    data: { suspendedAt: new Date(), suspensionReason: reason },
  });
  await revokeSessions(tx, memberId);
  await notify(tx, told, "SUSPENDED");
}

export async function restoreMember(tx: Tx, told: Told): Promise<void> {
  const where = { id: told.memberId };
  await tx.member.update({ where, data: { suspendedAt: null, suspensionReason: null } });
  await notify(tx, told, "RESTORED");
}

const notify = (tx: Tx, { memberId, jobs }: Told, event: "SUSPENDED" | "RESTORED" | "UPHELD") =>
  createNotice(fromPrisma(tx), jobs, {
    memberId,
    kind: "ACCOUNT_SUSPENDED",
    eventKey: `suspension:${randomUUID()}`,
    data: { event },
  });

/** Answers the open appeal; the suspension remains. @returns false without an open appeal */
export async function upholdSuspension(tx: Tx, told: Told, answer: string): Promise<boolean> {
  const { memberId } = told;
  const { suspendedAt } = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
  if (!suspendedAt) return false;
  const { count } = await tx.suspensionAppeal.updateMany({
    where: { memberId, suspendedAt, decidedAt: null },
    data: { decidedAt: new Date(), answer },
  });
  if (count > 0) await notify(tx, told, "UPHELD");
  return count > 0;
}

export async function findSuspension(memberId: string) {
  const member = await prisma.member.findUnique({
    where: { id: memberId },
    select: {
      suspendedAt: true,
      suspensionReason: true,
      suspensionAppeals: { orderBy: { createdAt: "desc" }, take: 1 },
    },
  });
  if (!member?.suspendedAt) return null;
  const { suspendedAt, suspensionReason: reason, suspensionAppeals } = member;
  const appeal = suspensionAppeals.find((one) => one.suspendedAt.getTime() === suspendedAt.getTime()) ?? null;
  return { since: suspendedAt, reason, appeal };
}

/** Once per suspension. @returns false when not suspended or already appealed */
export async function appealSuspension(memberId: UserId, text: string): Promise<boolean> {
  const { count } = await prisma.$transaction(async (tx) => {
    const member = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
    if (!member.suspendedAt) return { count: 0 };
    return tx.suspensionAppeal.createMany({
      data: [{ memberId, suspendedAt: member.suspendedAt, text }],
      skipDuplicates: true,
    });
  });
  return count > 0;
}
