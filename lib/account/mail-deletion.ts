import "server-only";

import type { Tx } from "../db.ts";
import { isLocale } from "../i18n/locale.ts";
import { postMail } from "../mail/post-mail.ts";

type Leaving = { email: string; emailVerifiedAt: Date | null; locale: string | null; timeZone: string };

export const findLeaving = (tx: Tx, memberId: string): Promise<Leaving | null> =>
  tx.member.findUnique({
    where: { id: memberId },
    select: { email: true, emailVerifiedAt: true, locale: true, timeZone: true },
  });

/** Mails a verified address that its account was deleted, in the deleting transaction. `device`: deviceName(). */
export async function mailDeletion(tx: Tx, leaving: Leaving, device: string): Promise<void> {
  if (!leaving.emailVerifiedAt) return;
  await postMail(tx, {
    kind: "ACCOUNT_DELETED",
    data: { device, timeZone: leaving.timeZone },
    memberId: null,
    to: leaving.email,
    locale: isLocale(leaving.locale) ? leaving.locale : "ko",
  });
}
