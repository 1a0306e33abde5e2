import "server-only";

import { providerIds } from "../auth/provider-ids.ts";
import type { UserId } from "../auth/user-id.ts";
import { isDeadlock } from "../db-errors.ts";
import { prisma } from "../db.ts";
import { leaveEverywhere } from "../notice/leave-browser.ts";

export async function updateProfile(memberId: UserId, profile: { name: string; timeZone: string }) {
  await prisma.member.update({ where: { id: memberId }, data: profile });
}

export async function saveLocale(memberId: UserId, locale: string) {
  await prisma.member.update({ where: { id: memberId }, data: { locale } });
}

export async function getPasswordHash(memberId: UserId) {
  const member = await prisma.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { passwordHash: true },
  });
  return member.passwordHash;
}

/**
 * Ends every session so far, with a new password or without, and what is pushed to the devices they were on. The new
 * version is for a session that goes on.
 */
export async function endSessions(memberId: UserId, change: { passwordHash?: string } = {}) {
  return prisma.$transaction(async (tx) => {
    const { sessionVersion } = await tx.member.update({
      where: { id: memberId },
      data: { ...change, sessionVersion: { increment: 1 } },
      select: { sessionVersion: true },
    });
    await leaveEverywhere(tx, memberId);
    return sessionVersion;
  });
}

/**
 * The member, everything of theirs and the key it was sealed with: what backups still hold of the diary
 * can not be read any more. Deleting twice is no error.
 */
export async function deleteMember(memberId: UserId) {
  for (let tries = 1; ; tries += 1) {
    try {
      await prisma.member.deleteMany({ where: { id: memberId } });
      return;
    } catch (error) {
      // Two who leave at once, and reviewed the same gyms, take these gyms' tallies in whatever order.
      if (tries === 3 || !isDeadlock(error)) throw error;
    }
  }
}

/** How they sign in besides a password. */
export async function listProviders(memberId: UserId) {
  const identities = await prisma.identity.findMany({ where: { memberId }, select: { provider: true } });
  return providerIds.filter((id) => identities.some(({ provider }) => provider === id));
}
