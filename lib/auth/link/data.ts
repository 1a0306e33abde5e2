// Loadable by plain Node (an operator's command makes links too), so no "server-only" here.
import { randomUUID } from "node:crypto";

import { linkToken, linkTokenHash } from "../../crypto/link-token.ts";
import type { Tx } from "../../db.ts";
import type { AccountLinkKind } from "../../generated/prisma/enums.ts";

/** How long each kind of link works. A reset opens the account by itself; the others only with a session of it. */
const linkSeconds: Record<AccountLinkKind, number> = {
  VERIFY_EMAIL: 24 * 60 * 60,
  CHANGE_EMAIL: 60 * 60,
  RESET_PASSWORD: 30 * 60,
};

type NewLink = { kind: AccountLinkKind; memberId: string | null; email: string };

/** `memberId` null: an address that is nobody's. Such a link costs the same to make and opens nothing. */
export async function createLink(tx: Tx, { kind, memberId, email }: NewLink) {
  const id = randomUUID();
  const expiresAt = new Date(Date.now() + linkSeconds[kind] * 1000);
  await tx.accountLink.create({
    data: { id, kind, memberId, email, expiresAt, tokenHash: linkTokenHash(linkToken(id)) },
  });
  return { id, expiresAt };
}
