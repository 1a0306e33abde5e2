import "server-only";

import { fromPrisma } from "pg-boss";

import type { Tx } from "../db.ts";
import { env } from "../env.ts";
import { jobQueue } from "../jobs/queue.ts";
import type { Locale } from "../i18n/locale.ts";
import { type MailJob, mailQueue } from "./mail-queue.ts";
import type { MailContent } from "./schema.ts";

export type NewMail = MailContent & {
  /**
   * Null for an address without a member. Then only ACCOUNT_DELETED is sent; a link mail is queued all the same, so
   * that both cases take the same work.
   */
  memberId: string | null;
  to: string;
  locale: Locale;
  expiresAt?: Date;
};

export const canMail = (): boolean => env().SMTP_URL !== undefined || env().SORA_DEMO;

export async function postMail(tx: Tx, { memberId, to, locale, kind, data, expiresAt }: NewMail) {
  if (!canMail()) return;
  const jobs = await jobQueue();
  const { id: mailId } = await tx.mail.create({
    data: { memberId, to, locale, kind, data, expiresAt },
    select: { id: true },
  });
  await jobs.send(mailQueue, { mailId } satisfies MailJob, { db: fromPrisma(tx) });
}
