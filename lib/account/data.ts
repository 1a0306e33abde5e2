import "server-only";

import { endLinks } from "../auth/link/data.ts";
import { providerIds } from "../auth/provider-ids.ts";
import { recordSecurityEvent } from "../auth/security-log/record-event.ts";
import { notifySignedOut, revokeSession, revokeSessions } from "../auth/sessions/revoke.ts";
import type { UserId } from "../auth/user-id.ts";
import { longLimits, longTransaction, setLocalLimits } from "../database/limits.ts";
import { isDeadlock } from "../db-errors.ts";
import { prisma } from "../db.ts";
import { leaveEverywhere, leaveSession } from "../notice/leave-browser.ts";
import { findLeaving, mailDeletion } from "./mail-deletion.ts";

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

export type OwnEmail = { email: string; emailVerifiedAt: Date | null; displacedEmail: string | null };

export async function getOwnEmail(memberId: UserId): Promise<OwnEmail> {
  return prisma.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { email: true, emailVerifiedAt: true, displacedEmail: true },
  });
}

/**
 * Ends every session so far, with a new password or without, and what is pushed to the devices they were on. The new
 * version is for a session that goes on.
 */
export async function endSessions(
  memberId: UserId,
  { device = "", passwordHash }: { device?: string; passwordHash?: string } = {},
) {
  return prisma.$transaction(async (tx) => {
    if (passwordHash) {
      await tx.member.update({ where: { id: memberId }, data: { passwordHash } });
      await endLinks(tx, memberId);
    }
    const kind = passwordHash ? "PASSWORD_CHANGED" : "SIGNED_OUT_EVERYWHERE";
    await recordSecurityEvent(tx, { kind, data: {}, memberId, device });
    await leaveEverywhere(tx, memberId);
    return revokeSessions(tx, memberId);
  });
}

/** Ends one session of the member's list, and what is pushed to its browser. @returns false when it is not theirs. */
export async function endListedSession(session: { memberId: UserId; sessionId: string }): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    await leaveSession(tx, session);
    return revokeSession(tx, session);
  });
}

/**
 * The member, everything of theirs and the key it was sealed with: what backups still hold of the diary
 * can not be read any more. Their address is told. Deleting twice is no error.
 *
 * @param device `deviceName()` of the browser it came from.
 */
export async function deleteMember(memberId: UserId, device = "") {
  for (let tries = 1; ; tries += 1) {
    try {
      await prisma.$transaction(async (tx) => {
        await tx.$executeRawUnsafe(setLocalLimits(longLimits));
        const leaving = await findLeaving(tx, memberId);
        const { count } = await tx.member.deleteMany({ where: { id: memberId } });
        if (leaving && count > 0) await mailDeletion(tx, leaving, device);
        await notifySignedOut(tx, memberId);
      }, longTransaction);
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
