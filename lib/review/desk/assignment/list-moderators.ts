import "server-only";

import { prisma } from "../../../db.ts";

export type Moderator = { id: string; name: string };

/** A longer list is not useful. */
const maxModerators = 100;

export async function listModerators(): Promise<Moderator[]> {
  return prisma.member.findMany({
    where: { role: { not: "MEMBER" }, suspendedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: maxModerators,
    select: { id: true, name: true },
  });
}
