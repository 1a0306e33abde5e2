// No "server-only": `npm run suspend` loads this in plain Node.
import type { Tx } from "../../db.ts";
import type { SessionClaims } from "../session-cookie.ts";
import { signedOutChannel } from "./signed-out-channel.ts";

/** Makes every server check its open streams of the member after the commit. */
export async function notifySignedOut(tx: Tx, memberId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${signedOutChannel}, ${memberId})`;
}

/** Idempotent. */
export async function endSession(tx: Tx, { memberId, sessionId }: SessionClaims): Promise<void> {
  // Inserts a missing row, so that copies of a cookie from a release without session rows end too.
  await tx.$executeRaw`
    INSERT INTO session (id, member_id, device, ends_at, revoked_at)
    SELECT ${sessionId}::uuid, id, '', now(), now() FROM member WHERE id = ${memberId}::uuid
    ON CONFLICT (id) DO UPDATE SET revoked_at = coalesce(session.revoked_at, now())
     WHERE session.member_id = excluded.member_id`;
  await notifySignedOut(tx, memberId);
}

export async function revokeSession(
  tx: Tx,
  { memberId, sessionId }: { memberId: string; sessionId: string },
): Promise<boolean> {
  const { count } = await tx.session.updateMany({
    where: { id: sessionId, memberId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count > 0) await notifySignedOut(tx, memberId);
  return count > 0;
}

/**
 * Ends every session of the member, with or without a row.
 * @returns the session version for new sessions (createSession)
 */
export async function revokeSessions(tx: Tx, memberId: string): Promise<number> {
  const { sessionVersion } = await tx.member.update({
    where: { id: memberId },
    data: { sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  await tx.session.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: new Date() } });
  await notifySignedOut(tx, memberId);
  return sessionVersion;
}
