import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { prisma } from "../db.ts";

export async function createSuggestion({ authorId, text }: { authorId: UserId; text: string }) {
  await prisma.gymSuggestion.create({ data: { authorId, text }, select: { id: true } });
}

/** What nobody has dealt with yet, the oldest first. */
export async function listOpenSuggestions(limit: number) {
  return prisma.gymSuggestion.findMany({
    where: { closedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: limit,
    select: { id: true, text: true, createdAt: true, author: { select: { name: true } } },
  });
}

export async function closeSuggestion(id: string) {
  await prisma.gymSuggestion.updateMany({ where: { id, closedAt: null }, data: { closedAt: new Date() } });
}
