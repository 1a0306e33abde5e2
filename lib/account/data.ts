import "server-only";

import { providerIds } from "../auth/provider-ids.ts";
import type { UserId } from "../auth/user-id.ts";
import { prisma } from "../db.ts";

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

/** Ends every session so far, with a new password or without. The new version is for a session that goes on. */
export async function endSessions(memberId: UserId, change: { passwordHash?: string } = {}) {
  const { sessionVersion } = await prisma.member.update({
    where: { id: memberId },
    data: { ...change, sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  return sessionVersion;
}

/**
 * The member, everything of theirs and the key it was sealed with: what backups still hold of the diary
 * can not be read any more. Deleting twice is no error.
 */
export async function deleteMember(memberId: UserId) {
  await prisma.member.deleteMany({ where: { id: memberId } });
}

/** How they sign in besides a password. */
export async function listProviders(memberId: UserId) {
  const identities = await prisma.identity.findMany({ where: { memberId }, select: { provider: true } });
  return providerIds.filter((id) => identities.some(({ provider }) => provider === id));
}
