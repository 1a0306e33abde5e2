// Loadable by plain Node (`npm run suspend` ends sessions too), so no "server-only" here.
import type { Tx } from "../../db.ts";
import type { SessionClaims } from "../session-cookie.ts";
import { signedOutChannel } from "./signed-out-channel.ts";

/** Every server checks the streams that it has open for the member, once the transaction has committed. */
export async function notifySignedOut(tx: Tx, memberId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${signedOutChannel}, ${memberId})`;
}

/** Ends the session of the browser that asks. Idempotent. */
export async function endSession(tx: Tx, { memberId, sessionId }: SessionClaims): Promise<void> {
  // Inserted where there is none: the cookie of a release that kept no sessions must not live on as a copy either.
  await tx.$executeRaw`
    INSERT INTO session (id, member_id, device, ends_at, revoked_at)
    SELECT ${sessionId}::uuid, id, '', now(), now() FROM member WHERE id = ${memberId}::uuid
    ON CONFLICT (id) DO UPDATE SET revoked_at = coalesce(session.revoked_at, now())
     WHERE session.member_id = excluded.member_id`;
  await notifySignedOut(tx, memberId);
}

/** Ends one session of the member's that stands in their list. @returns false when it is not theirs, or over already. */
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
 * Ends every session of the member, with or without a row: for "sign out everywhere", a new password, a suspension.
 * @returns the session version for a session that begins now (createSession).
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
