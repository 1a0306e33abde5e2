import "server-only";

import { fromPrisma } from "pg-boss";
import { appendAudit } from "../audit/append-audit.ts";
import type { UserId } from "../auth/user-id.ts";
import { type Tx, prisma } from "../db.ts";
import { type Result, err, ok } from "../result.ts";
import { isReviewingSuspended } from "./policy.ts";

type Suspended = Result<null, "NOT_FOUND" | "OWN">;
type Subject = { adminId: UserId; memberId: string };

/** Blocks reviews and reports until then. Replaces an earlier end. */
export async function suspendReviewing({ adminId, memberId, until }: Subject & { until: Date }) {
  return change({ adminId, memberId }, until, async (tx) => {
    await appendAudit(fromPrisma(tx), {
      actorId: adminId,
      kind: "REVIEWING_SUSPENDED",
      subjectId: memberId,
      data: { until: until.toISOString() },
    });
  });
}

export async function restoreReviewing({ adminId, memberId }: Subject) {
  return change({ adminId, memberId }, null, async (tx, before) => {
    if (!isReviewingSuspended({ noReviewsUntil: before })) return;
    await appendAudit(fromPrisma(tx), {
      actorId: adminId,
      kind: "REVIEWING_RESTORED",
      subjectId: memberId,
      data: {},
    });
  });
}

async function change(
  { adminId, memberId }: Subject,
  noReviewsUntil: Date | null,
  record: (tx: Tx, before: Date | null) => Promise<void>,
): Promise<Suspended> {
  if (memberId === adminId) return err("OWN");
  return prisma.$transaction(async (tx): Promise<Suspended> => {
    const [member] = await tx.$queryRaw<{ noReviewsUntil: Date | null }[]>`
      SELECT no_reviews_until AS "noReviewsUntil" FROM member WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`;
    if (!member) return err("NOT_FOUND");
    await tx.member.update({ where: { id: memberId }, data: { noReviewsUntil }, select: { id: true } });
    await record(tx, member.noReviewsUntil);
    return ok(null);
  });
}

export async function findReviewingBan(memberId: UserId, db: Tx = prisma): Promise<Date | null> {
  const member = await db.member.findUnique({ where: { id: memberId }, select: { noReviewsUntil: true } });
  return member && isReviewingSuspended(member) ? member.noReviewsUntil : null;
}
