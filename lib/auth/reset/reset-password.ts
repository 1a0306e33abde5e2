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
 * Mails a link that sets a new password. An address that is nobody's takes the same steps, and the job that sends the mail
 * drops it (lib/mail/mail-job.ts): neither the answer nor its time tells whether there is an account.
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

/** Sets a new password by a mailed link, once. Ends every session, and what is pushed to the devices they were on. */
export async function resetPassword({
  token,
  passwordHash,
  device,
}: Reset): Promise<Result<null, "LINK_INVALID">> {
  return prisma.$transaction(async (tx) => {
    const link = await takeLink(tx, token, ["RESET_PASSWORD"]);
    const member = link && (await tx.member.findUnique({ where: { id: link.memberId } }));
    if (!link || !member) return err("LINK_INVALID");
    // A link that an operator handed over (scripts/account.ts) names no address: it proves none.
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

/** Whoever signed up with another person's address may have left a passkey there, to come back in. */
async function dropOtherKeys(tx: Tx, memberId: string): Promise<void> {
  await tx.passkey.deleteMany({ where: { memberId } });
}
