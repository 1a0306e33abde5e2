import "server-only";

import { prisma } from "../../db.ts";
import { getReader, getSession } from "../viewer.ts";

/** How long a password, a passkey or a new sign-in allows irreversible actions in its session. */
const proofMs = 10 * 60 * 1000;

/**
 * True when the member has recently proved their presence: an open tab or a stolen cookie must not suffice to delete
 * or take over an account. The proof is stored in the session's row, so it ends with the session and does not apply
 * to other sessions.
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

export async function saveProof(): Promise<void> {
  const session = await getSession();
  if (!session) return;
  await prisma.session.updateMany({
    where: { id: session.sessionId, memberId: session.memberId, revokedAt: null },
    data: { provedAt: new Date() },
  });
}
