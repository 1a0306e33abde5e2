import "server-only";

import { randomUUID } from "node:crypto";
import type { Tx } from "../../db.ts";
import { type Result, err, ok } from "../../result.ts";
import { noEmailDomain } from "../schema.ts";
import { recordSecurityEvent } from "../security-log/record-event.ts";

/**
 * Takes an address from an account that never verified it, because another account verifies it now. The first account
 * keeps its diary, password and sessions, and still signs in with the address (docs/decisions/0032): it may belong to
 * the same person, or to somebody who mistyped.
 */
export async function displaceUnverified(tx: Tx, email: string): Promise<void> {
  const [member] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM member WHERE email = ${email} AND email_verified_at IS NULL FOR UPDATE`;
  if (!member) return;
  await tx.member.update({
    where: { id: member.id },
    data: { email: `${randomUUID()}@${noEmailDomain}`, displacedEmail: email },
    select: { id: true },
  });
  await tx.accountLink.deleteMany({ where: { memberId: member.id } });
  await recordSecurityEvent(tx, { kind: "EMAIL_LOST", data: {}, memberId: member.id, device: "" });
}

/**
 * Call after the member has proved that they read mail to `email`. EMAIL_TAKEN: another account verified it first.
 */
export async function claimEmail(
  tx: Tx,
  memberId: string,
  email: string,
): Promise<Result<null, "EMAIL_TAKEN">> {
  const [holder] = await tx.$queryRaw<{ id: string; isVerified: boolean }[]>`
    SELECT id, email_verified_at IS NOT NULL AS "isVerified" FROM member WHERE email = ${email} FOR UPDATE`;
  if (holder && holder.id !== memberId) {
    if (holder.isVerified) return err("EMAIL_TAKEN");
    await displaceUnverified(tx, email);
  }
  await tx.member.update({
    where: { id: memberId },
    data: { email, emailVerifiedAt: new Date(), displacedEmail: null },
    select: { id: true },
  });
  return ok(null);
}
