import "server-only";

import { prisma } from "../../db.ts";
import { getReader, getSession } from "../viewer.ts";

/** A password, a passkey or a fresh sign-in lets its session do what cannot be undone, for this long. */
const proofMs = 10 * 60 * 1000;

/**
 * Whether the member behind this request has just proved to be there: an open tab or a stolen cookie is not enough to
 * delete an account or to take it over. The proof is a time in the session's row, so it ends with the session, and a copy
 * of another session's cookie has no part in it.
 */
export async function hasProof(): Promise<boolean> {
  const [reader, session] = [await getReader(), await getSession()];
  if (!reader || !session) return false;
  const row = await prisma.session.findFirst({
    where: { id: session.sessionId, memberId: reader.id, revokedAt: null },
    select: { createdAt: true, provedAt: true },
  });
  return row !== null && (row.provedAt ?? row.createdAt).getTime() > Date.now() - proofMs;
}

/** The member has proved to be there, in this session. */
export async function saveProof(): Promise<void> {
  const session = await getSession();
  if (!session) return;
  await prisma.session.updateMany({
    where: { id: session.sessionId, memberId: session.memberId, revokedAt: null },
    data: { provedAt: new Date() },
  });
}
