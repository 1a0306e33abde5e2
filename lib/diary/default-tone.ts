import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { prisma } from "../db.ts";
import type { Tone } from "./schema.ts";

export async function findDefaultTone(memberId: UserId): Promise<Tone> {
  const { defaultTone } = await prisma.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { defaultTone: true },
  });
  return defaultTone ?? "T";
}

export async function saveDefaultTone(memberId: UserId, defaultTone: Tone): Promise<void> {
  await prisma.member.update({ where: { id: memberId }, data: { defaultTone } });
}
