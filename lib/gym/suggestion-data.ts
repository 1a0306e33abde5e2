import "server-only";

import { fromPrisma } from "pg-boss";
import { appendAudit } from "../audit/append-audit.ts";
import type { UserId } from "../auth/user-id.ts";
import { prisma } from "../db.ts";

export async function createSuggestion({ authorId, text }: { authorId: UserId; text: string }) {
  await prisma.gymSuggestion.create({ data: { authorId, text }, select: { id: true } });
}

export async function listOpenSuggestions(limit: number) {
  return prisma.gymSuggestion.findMany({
    where: { closedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: limit,
    select: { id: true, text: true, createdAt: true, author: { select: { name: true } } },
  });
}

export const countOpenSuggestions = () => prisma.gymSuggestion.count({ where: { closedAt: null } });

/** Idempotent: a second close writes no audit record. */
export async function closeSuggestion(id: string, adminId: UserId) {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.gymSuggestion.updateMany({
      where: { id, closedAt: null },
      data: { closedAt: new Date() },
    });
    if (count === 0) return;
    await appendAudit(fromPrisma(tx), {
      actorId: adminId,
      kind: "SUGGESTION_CLOSED",
      subjectId: id,
      data: {},
    });
  });
}
