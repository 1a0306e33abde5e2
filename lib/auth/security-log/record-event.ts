import "server-only";

import { fromPrisma } from "pg-boss";

import type { Tx } from "../../db.ts";
import { isLocale } from "../../i18n/locale.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { postMail } from "../../mail/post-mail.ts";
import { securityMailEvents } from "../../mail/schema.ts";
import { createNotice } from "../../notice/create-notice.ts";
import type { SecurityEvent, SignInMethod } from "./schema.ts";

type ToldEvent = (typeof securityMailEvents)[number] | "EMAIL_LOST";

function toldAs(event: SecurityEvent): ToldEvent | null {
  if (event.kind === "SIGNED_IN") return event.data.isNewDevice ? "NEW_SIGN_IN" : null;
  if (event.kind === "EMAIL_LOST") return event.kind;
  return securityMailEvents.find((kind) => kind === event.kind) ?? null;
}

/**
 * Writes an event into the security log, with its notice and mail, in the caller's transaction.
 * @param device `deviceName()` of the browser
 * @param formerEmail the verified address before this change: the mail goes there, not to the new one
 */
export async function recordSecurityEvent(
  tx: Tx,
  input: SecurityEvent & { memberId: string; device: string; formerEmail?: string | null },
): Promise<void> {
  const { memberId, device, formerEmail, kind, data } = input;
  const { id } = await tx.securityEvent.create({
    data: { memberId, kind, device, data },
    select: { id: true },
  });
  const event = toldAs(input);
  if (!event) return;

  const about =
    event === "NEW_SIGN_IN"
      ? ({ kind: event, data: { device } } as const)
      : ({ kind: "ACCOUNT_CHANGED", data: { event, device } } as const);
  await createNotice(fromPrisma(tx), await jobQueue(), { memberId, eventKey: `security ${id}`, ...about });
  if (event !== "EMAIL_LOST") await mailEvent(tx, { memberId, device, event, formerEmail });
}

type SignIn = { memberId: string; device: string; method: SignInMethod; isKnownDevice: boolean };

/** The first sign-in of an account sends no notice, whatever the device. */
export async function recordSignIn(tx: Tx, { isKnownDevice, method, ...who }: SignIn): Promise<void> {
  const before = { memberId: who.memberId, kind: { in: ["SIGNED_IN", "SIGNED_UP"] } };
  const isNewDevice =
    !isKnownDevice && (await tx.securityEvent.findFirst({ where: before, select: { id: true } })) !== null;
  await recordSecurityEvent(tx, { kind: "SIGNED_IN", data: { method, isNewDevice }, ...who });
}

async function mailEvent(
  tx: Tx,
  input: {
    memberId: string;
    device: string;
    event: (typeof securityMailEvents)[number];
    formerEmail: string | null | undefined;
  },
): Promise<void> {
  const { memberId, device, event, formerEmail } = input;
  const member = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { email: true, emailVerifiedAt: true, locale: true, timeZone: true },
  });
  const to = formerEmail === undefined ? member.emailVerifiedAt && member.email : formerEmail;
  if (!to) return;
  await postMail(tx, {
    memberId,
    to,
    locale: isLocale(member.locale) ? member.locale : "ko",
    kind: "SECURITY",
    data: { event, device, timeZone: member.timeZone },
  });
}
