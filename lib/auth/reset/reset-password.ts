import "server-only";

import { type Tx, prisma } from "../../db.ts";
import { isLocale, type Locale } from "../../i18n/locale.ts";
import { postMail } from "../../mail/post-mail.ts";
import { leaveEverywhere } from "../../notice/leave-browser.ts";
import { type Result, err, ok } from "../../result.ts";
import { createLink, takeLink } from "../link/data.ts";
import { recordSecurityEvent } from "../security-log/record-event.ts";
import { revokeSessions } from "../sessions/revoke.ts";

/**
 * Mails a link that sets a new password. An address without an account takes the same steps, and the mail job drops
 * the mail (lib/mail/mail-job.ts), so that neither the answer nor its time reveals whether an account exists.
 */
export async function requestReset(email: string, locale: Locale): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const member = await tx.member.findUnique({ where: { email }, select: { id: true, locale: true } });
    const memberId = member?.id ?? null;
    const { id: linkId, expiresAt } = await createLink(tx, { kind: "RESET_PASSWORD", memberId, email });
    await postMail(tx, {
      kind: "RESET_PASSWORD",
      data: { linkId },
      memberId,
      to: email,
      locale: isLocale(member?.locale) ? member.locale : locale,
      expiresAt,
    });
  });
}

type Reset = { token: string; passwordHash: string; device: string };

/** Ends every session, and the push subscriptions of their devices. A link works once. */
export async function resetPassword({
  token,
  passwordHash,
  device,
}: Reset): Promise<Result<null, "LINK_INVALID">> {
  return prisma.$transaction(async (tx) => {
    const link = await takeLink(tx, token, ["RESET_PASSWORD"]);
    const member = link && (await tx.member.findUnique({ where: { id: link.memberId } }));
    if (!link || !member) return err("LINK_INVALID");
    // A link from an operator (scripts/account.ts) has no address and proves none.
    const isMailed = link.email !== "";
    if (isMailed && member.email !== link.email) return err("LINK_INVALID");

    await tx.member.update({
      where: { id: member.id },
      data: { passwordHash, ...(isMailed && { emailVerifiedAt: member.emailVerifiedAt ?? new Date() }) },
      select: { id: true },
    });
    if (!member.emailVerifiedAt) await dropOtherKeys(tx, member.id);
    await leaveEverywhere(tx, member.id);
    await revokeSessions(tx, member.id);
    await recordSecurityEvent(tx, { kind: "PASSWORD_RESET", data: {}, memberId: member.id, device });
    return ok(null);
  });
}

/** Somebody who signed up with another person's address may have added a passkey as a way back in. */
async function dropOtherKeys(tx: Tx, memberId: string): Promise<void> {
  await tx.passkey.deleteMany({ where: { memberId } });
}
