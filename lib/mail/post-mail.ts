import "server-only";

import { fromPrisma } from "pg-boss";

import type { Tx } from "../db.ts";
import { env } from "../env.ts";
import { jobQueue } from "../jobs/queue.ts";
import type { Locale } from "../i18n/locale.ts";
import { type MailJob, mailQueue } from "./mail-queue.ts";
import type { MailContent } from "./schema.ts";

export type NewMail = MailContent & {
  /** None for an address that is no member's. Only ACCOUNT_DELETED is sent then; for a link, asking took the same work. */
  memberId: string | null;
  to: string;
  locale: Locale;
  expiresAt?: Date;
};

/** Whether mails leave this Sora, or are shown at /dev/mail. */
export const canMail = (): boolean => env().SMTP_URL !== undefined || env().SORA_DEMO;

/** Puts a mail into the outbox, with the job that sends it: both when, and only if, `tx` commits. */
export async function postMail(tx: Tx, { memberId, to, locale, kind, data, expiresAt }: NewMail) {
  if (!canMail()) return;
  const jobs = await jobQueue();
  const { id: mailId } = await tx.mail.create({
    data: { memberId, to, locale, kind, data, expiresAt },
    select: { id: true },
  });
  await jobs.send(mailQueue, { mailId } satisfies MailJob, { db: fromPrisma(tx) });
}
