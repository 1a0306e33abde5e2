import "server-only";

import { endLinks } from "../auth/link/data.ts";
import { providerIds } from "../auth/provider-ids.ts";
import { recordSecurityEvent } from "../auth/security-log/record-event.ts";
import { notifySignedOut, revokeSession, revokeSessions } from "../auth/sessions/revoke.ts";
import type { UserId } from "../auth/user-id.ts";
import { longLimits, longTransaction, setLocalLimits } from "../database/limits.ts";
import { isDeadlock } from "../errors/db-errors.ts";
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
 * Ends every session, with or without a new password, and the push subscriptions of their devices.
 * @returns the session version for new sessions
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

/** Ends one session and the push subscription of its browser. @returns false when it is another member's */
export async function endListedSession(session: { memberId: UserId; sessionId: string }): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    await leaveSession(tx, session);
    return revokeSession(tx, session);
  });
}

/**
 * Deletes the member, all their data and their diary key, so that backups of the diary become unreadable. Mails their
 * verified address. Idempotent.
 * @param device `deviceName()` of the browser
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
      // Two members who leave at once and reviewed the same gyms lock the gyms' tallies in different orders.
      if (tries === 3 || !isDeadlock(error)) throw error;
    }
  }
}

export async function listProviders(memberId: UserId) {
  const identities = await prisma.identity.findMany({ where: { memberId }, select: { provider: true } });
  return providerIds.filter((id) => identities.some(({ provider }) => provider === id));
}
