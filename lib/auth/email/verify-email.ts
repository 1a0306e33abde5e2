import "server-only";

import { type Tx, prisma } from "../../db.ts";
import { isUniqueViolation } from "../../errors/db-errors.ts";
import type { Locale } from "../../i18n/locale.ts";
import { postMail } from "../../mail/post-mail.ts";
import { type Result, err, ok } from "../../result.ts";
import { createLink, findLink, takeLink } from "../link/data.ts";
import { recordSecurityEvent } from "../security-log/record-event.ts";
import type { UserId } from "../user-id.ts";
import { claimEmail } from "./claim-email.ts";

const kinds = ["VERIFY_EMAIL", "CHANGE_EMAIL"] as const;

type LinkMail = { kind: (typeof kinds)[number]; memberId: string; email: string; locale: Locale };

export async function postVerification(tx: Tx, { kind, memberId, email, locale }: LinkMail): Promise<void> {
  const { id: linkId, expiresAt } = await createLink(tx, { kind, memberId, email });
  await postMail(tx, { kind, data: { linkId }, memberId, to: email, locale, expiresAt });
}

export async function findOwnVerification(memberId: UserId, token: string): Promise<string | null> {
  const link = await findLink(token, [...kinds]);
  return link?.memberId === memberId ? link.email : null;
}

type Confirmed = Result<{ email: string }, "LINK_INVALID" | "EMAIL_TAKEN">;

/**
 * Verifies the address of a mailed link, and makes it the member's. Only the member who requested the link can use
 * it: somebody who signed up with a stranger's address gains nothing when the owner follows the link.
 */
export async function confirmEmail(memberId: UserId, token: string, device: string): Promise<Confirmed> {
  if ((await findOwnVerification(memberId, token)) === null) return err("LINK_INVALID");
  try {
    return await prisma.$transaction((tx) => confirm(tx, memberId, token, device));
  } catch (error) {
    // Another sign-up took the address at the same moment.
    if (isUniqueViolation(error)) return err("EMAIL_TAKEN");
    throw error;
  }
}

async function confirm(tx: Tx, memberId: UserId, token: string, device: string): Promise<Confirmed> {
  const link = await takeLink(tx, token, [...kinds]);
  const before = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { email: true, emailVerifiedAt: true },
  });
  const isCurrent = link?.email === before.email;
  if (!link || (link.kind === "VERIFY_EMAIL" && !isCurrent)) return err("LINK_INVALID");

  const claimed = await claimEmail(tx, memberId, link.email);
  if (!claimed.ok) return claimed;
  await recordSecurityEvent(tx, {
    kind: isCurrent ? "EMAIL_VERIFIED" : "EMAIL_CHANGED",
    data: {},
    memberId,
    device,
    formerEmail: before.emailVerifiedAt && before.email,
  });
  return ok({ email: link.email });
}
