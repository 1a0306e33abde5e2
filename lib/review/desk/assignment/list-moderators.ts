import "server-only";

import { prisma } from "../../../db.ts";

export type Moderator = { id: string; name: string };

/** More are not chosen from. */
const maxModerators = 100;

/** Whom an item can be given to. */
export async function listModerators(): Promise<Moderator[]> {
  return prisma.member.findMany({
    where: { role: { not: "MEMBER" }, suspendedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: maxModerators,
    select: { id: true, name: true },
  });
}
