import "server-only";

import { prisma } from "@/lib/db";
import { isLocale } from "@/lib/i18n/locale";
import type { SessionClaims } from "./session-cookie";
import type { UserId } from "./user-id";
import type { Viewer } from "./viewer";

export async function findViewer({ memberId, sessionVersion }: SessionClaims): Promise<Viewer | null> {
  const member = await prisma.member.findFirst({
    where: { id: memberId, sessionVersion, suspendedAt: null },
    select: { id: true, name: true, email: true, role: true, timeZone: true, locale: true },
  });
  // The one place where an id becomes a UserId: the session was just checked.
  return (
    member && { ...member, id: member.id as UserId, locale: isLocale(member.locale) ? member.locale : null }
  );
}

export async function findSignInByEmail(email: string) {
  return prisma.member.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, sessionVersion: true, suspendedAt: true },
  });
}

export async function findSignInByIdentity(identity: { provider: string; subject: string }) {
  const found = await prisma.identity.findUnique({
    where: { provider_subject: identity },
    select: { member: { select: { id: true, sessionVersion: true, suspendedAt: true } } },
  });
  return found?.member ?? null;
}
