// Loadable by plain Node (`npm run suspend`), so no "server-only" here.
import { randomUUID } from "node:crypto";
import { type PgBoss, fromPrisma } from "pg-boss";
import { revokeSessions } from "../auth/sessions/revoke.ts";
import type { UserId } from "../auth/user-id.ts";
import { type Tx, prisma } from "../db.ts";
import { createNotice } from "../notice/create-notice.ts";

type Told = { memberId: string; jobs: PgBoss };

/**
 * Ends what the member does and every session of theirs; what they wrote in their diary stays theirs to read and delete. Like
 * what follows it, they are told by a notice, pushed if they want that.
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

/** Answers the appeal against the present suspension, which stays. @returns false when there is none to answer. */
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

/** The suspension that lasts, with what the member said against it; null for a member who is not suspended. */
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

/** Once for each suspension. @returns false when there is nothing to appeal against, or they have done so. */
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
