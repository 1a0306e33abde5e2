// No "server-only": benchmarks load this in plain Node.
import { createHmac } from "node:crypto";
import { pool, prisma, type Tx } from "../../db.ts";
import { env } from "../../env.ts";
import { clientAddress } from "../client-address.ts";
import { sessionSeconds, type SessionClaims } from "../session-cookie.ts";
import type { UserId } from "../user-id.ts";
import { deviceName } from "./device-name.ts";
import { endSession } from "./revoke.ts";

const longestDays = 90;

/** One day longer than a cookie is valid after the last visit. Older rows can be deleted. */
const keptDays = sessionSeconds / 86_400 + 1;

/** Bounds the list: a member's scripts may sign in every minute. */
const shownSessions = 50;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

function seenIn(headers: Headers) {
  const address = createHmac("sha256", env().AUTH_SECRET).update(`session-address:${clientAddress(headers)}`);
  return { device: deviceName(headers.get("user-agent")), addressHash: address.digest("base64url") };
}

type NewSession = {
  memberId: string;
  sessionVersion: number;
  headers: Headers;
  replaces?: SessionClaims | null;
  alongside?: (tx: Tx) => Promise<void>;
};

/**
 * Creates a session. The caller has verified the person's password, provider or passkey.
 * @returns the claims for newSessionCookie()
 */
export async function createSession(input: NewSession): Promise<SessionClaims> {
  const { memberId, sessionVersion, headers, replaces, alongside } = input;
  const sessionId = await prisma.$transaction(async (tx) => {
    await tx.session.deleteMany({ where: { memberId, lastSeenAt: { lt: inDays(-keptDays) } } });
    const { id } = await tx.session.create({
      data: { memberId, ...seenIn(headers), endsAt: inDays(longestDays) },
      select: { id: true },
    });
    if (replaces) await replaceSession(tx, replaces, { memberId, sessionId: id });
    await alongside?.(tx);
    return id;
  });
  return { memberId, sessionVersion, sessionId, isRecorded: true };
}

/** Push subscriptions continue for the same member in this browser, and end for another. */
async function replaceSession(
  tx: Tx,
  old: SessionClaims,
  { memberId, sessionId }: { memberId: string; sessionId: string },
) {
  if (old.memberId === memberId)
    await tx.pushSubscription.updateMany({ where: { sessionId: old.sessionId }, data: { sessionId } });
  else await tx.pushSubscription.deleteMany({ where: { sessionId: old.sessionId } });
  await endSession(tx, old);
}

/**
 * Creates the row of a session from a release without rows, under the id of its token. Idempotent: two tabs may call
 * it at once, and a revoked session stays revoked. The row carries no proof (lib/auth/proof/).
 */
export async function recordSession(claims: SessionClaims, headers: Headers): Promise<SessionClaims> {
  const { memberId, sessionVersion, sessionId } = claims;
  const { device, addressHash } = seenIn(headers);
  await pool.query(
    `INSERT INTO session (id, member_id, device, address_hash, ends_at, proved_at)
     SELECT $1::uuid, id, $2, $3, $4::timestamptz, 'epoch' FROM member WHERE id = $5::uuid AND session_version = $6
     ON CONFLICT (id) DO NOTHING`,
    [sessionId, device, addressHash, inDays(longestDays), memberId, sessionVersion],
  );
  return { ...claims, isRecorded: true };
}

export type ShownSession = { id: string; device: string; createdAt: Date; lastSeenAt: Date };

export async function listSessions(memberId: UserId): Promise<ShownSession[]> {
  return prisma.session.findMany({
    where: {
      memberId,
      revokedAt: null,
      endsAt: { gt: new Date() },
      lastSeenAt: { gt: inDays(-keptDays) },
    },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: shownSessions,
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
  });
}

/**
 * Returns the ids of the ended ones. Same rule as the prepared statement of findReader() (lib/auth/data.ts); a test
 * checks that both agree.
 */
export async function findEndedSessions(sessions: SessionClaims[]): Promise<Set<string>> {
  if (sessions.length === 0) return new Set();
  const { rows } = await pool.query<{ sessionId: string }>(
    `SELECT asked.session_id AS "sessionId"
       FROM unnest($1::uuid[], $2::int[], $3::uuid[], $4::boolean[])
              AS asked (member_id, session_version, session_id, is_recorded)
       LEFT JOIN member ON member.id = asked.member_id AND member.session_version = asked.session_version
       LEFT JOIN session ON session.id = asked.session_id AND session.member_id = asked.member_id
      WHERE member.id IS NULL
         OR CASE WHEN session.id IS NULL THEN asked.is_recorded
                 ELSE session.revoked_at IS NOT NULL OR session.ends_at <= now() END`,
    [
      sessions.map(({ memberId }) => memberId),
      sessions.map(({ sessionVersion }) => sessionVersion),
      sessions.map(({ sessionId }) => sessionId),
      sessions.map(({ isRecorded }) => isRecorded),
    ],
  );
  return new Set(rows.map(({ sessionId }) => sessionId));
}
