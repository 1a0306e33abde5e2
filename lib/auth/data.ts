import "server-only";

import { pool, prisma } from "../db.ts";
import { isLocale } from "../i18n/locale.ts";
import type { SessionClaims } from "./session-cookie.ts";
import { markSeen, seenEveryMinutes } from "./sessions/last-seen.ts";
import type { UserId } from "./user-id.ts";
import { whoMayAct, type Reader, type Viewer } from "./reader.ts";

type ViewerRow = Pick<Viewer, "name" | "email" | "role" | "timeZone"> & {
  id: string;
  locale: string | null;
  isSuspended: boolean;
  isSeenLongAgo: boolean | null;
};

/**
 * Plain SQL, prepared once per connection: every request runs it first, and a reply's first word waits for it. It is
 * the only check of the session (two index lookups). findEndedSessions() applies the same rule to many sessions.
 */
const viewerQuery = {
  name: "find-viewer-in-session",
  text: `SELECT member.id, name, email, role, time_zone AS "timeZone", locale,
                suspended_at IS NOT NULL AS "isSuspended",
                last_seen_at < now() - ${seenEveryMinutes} * interval '1 minute' AS "isSeenLongAgo"
           FROM member LEFT JOIN session ON session.id = $3 AND session.member_id = member.id
          WHERE member.id = $1 AND session_version = $2
            AND CASE WHEN session.id IS NULL THEN NOT $4::boolean
                     ELSE session.revoked_at IS NULL AND session.ends_at > now() END`,
};

export async function findViewer(session: SessionClaims): Promise<Viewer | null> {
  return whoMayAct(await findReader(session));
}

/** Also returns a suspended member; findViewer() does not. */
export async function findReader(session: SessionClaims): Promise<Reader | null> {
  const { memberId, sessionVersion, sessionId, isRecorded } = session;
  const { rows } = await pool.query<ViewerRow>({
    ...viewerQuery,
    values: [memberId, sessionVersion, sessionId, isRecorded],
  });
  const [row] = rows;
  if (!row) return null;
  const { isSeenLongAgo, ...member } = row;
  if (isSeenLongAgo) markSeen(sessionId);
  // The only cast to UserId: the session has just been checked.
  return { ...member, id: member.id as UserId, locale: isLocale(member.locale) ? member.locale : null };
}

export type SignIn = { id: string; passwordHash: string | null; sessionVersion: number };

const maxPerAddress = 4;

/**
 * The accounts that this address may sign in to: its current one, and those that signed up with it and never verified
 * it (docs/decisions/0032). Oldest first, at most `maxPerAddress`.
 */
export async function listSignInsByEmail(email: string): Promise<SignIn[]> {
  return prisma.member.findMany({
    where: { OR: [{ email }, { displacedEmail: email }], passwordHash: { not: null } },
    orderBy: { createdAt: "asc" },
    take: maxPerAddress,
    select: { id: true, passwordHash: true, sessionVersion: true },
  });
}

export async function findSignInByIdentity(identity: { provider: string; subject: string }) {
  const found = await prisma.identity.findUnique({
    where: { provider_subject: identity },
    select: { member: { select: { id: true, sessionVersion: true } } },
  });
  return found?.member ?? null;
}
