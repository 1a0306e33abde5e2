// No "server-only": an operator's command loads this in plain Node.
import { randomUUID } from "node:crypto";

import { linkToken, linkTokenHash } from "../../crypto/link-token.ts";
import { type Tx, prisma } from "../../db.ts";
import type { AccountLinkKind } from "../../generated/prisma/enums.ts";

/** A reset link alone opens the account; the other kinds also need a session of it. */
const linkSeconds: Record<AccountLinkKind, number> = {
  VERIFY_EMAIL: 24 * 60 * 60,
  CHANGE_EMAIL: 60 * 60,
  RESET_PASSWORD: 30 * 60,
};

type NewLink = { kind: AccountLinkKind; memberId: string | null; email: string };
export type AccountLink = { id: string; kind: AccountLinkKind; memberId: string; email: string };

/** `memberId` is null for an address without an account: the link costs the same and opens nothing. */
export async function createLink(tx: Tx, { kind, memberId, email }: NewLink) {
  const id = randomUUID();
  const expiresAt = new Date(Date.now() + linkSeconds[kind] * 1000);
  await tx.accountLink.create({
    data: { id, kind, memberId, email, expiresAt, tokenHash: linkTokenHash(linkToken(id)) },
  });
  return { id, expiresAt };
}

const open = (token: string, kinds: AccountLinkKind[]) => ({
  tokenHash: linkTokenHash(token),
  kind: { in: kinds },
  usedAt: null,
  expiresAt: { gt: new Date() },
});

export async function findLink(token: string, kinds: AccountLinkKind[]): Promise<AccountLink | null> {
  const link = await prisma.accountLink.findFirst({ where: open(token, kinds) });
  return link?.memberId ? { ...link, memberId: link.memberId } : null;
}

/**
 * Uses a link up in the caller's transaction: of two concurrent calls one gets null. Also ends the member's other
 * links, which were sent for an earlier state of the account.
 */
export async function takeLink(tx: Tx, token: string, kinds: AccountLinkKind[]): Promise<AccountLink | null> {
  const usedAt = new Date();
  const { count } = await tx.accountLink.updateMany({ where: open(token, kinds), data: { usedAt } });
  if (count === 0) return null;
  const link = await tx.accountLink.findUniqueOrThrow({ where: { tokenHash: linkTokenHash(token) } });
  if (!link.memberId) return null;
  await endLinks(tx, link.memberId);
  return { ...link, memberId: link.memberId };
}

export async function endLinks(tx: Tx, memberId: string): Promise<void> {
  await tx.accountLink.updateMany({ where: { memberId, usedAt: null }, data: { usedAt: new Date() } });
}
