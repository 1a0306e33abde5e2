import "server-only";

import { pool, prisma } from "../db.ts";
import { isLocale } from "../i18n/locale.ts";
import type { SessionClaims } from "./session-cookie.ts";
import type { UserId } from "./user-id.ts";
import type { Viewer } from "./viewer.ts";

type ViewerRow = Pick<Viewer, "name" | "email" | "role" | "timeZone"> & { id: string; locale: string | null };

/** Plain SQL, prepared once per connection: every request asks this first, and it is what a reply's first word waits for. */
const viewerQuery = {
  name: "find-viewer",
  text: `SELECT id, name, email, role, time_zone AS "timeZone", locale
           FROM member WHERE id = $1 AND session_version = $2 AND suspended_at IS NULL`,
};

export async function findViewer({ memberId, sessionVersion }: SessionClaims): Promise<Viewer | null> {
  const { rows } = await pool.query<ViewerRow>({ ...viewerQuery, values: [memberId, sessionVersion] });
  const [member] = rows;
  if (!member) return null;
  // The one place where an id becomes a UserId: the session was just checked.
  return { ...member, id: member.id as UserId, locale: isLocale(member.locale) ? member.locale : null };
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
