import "server-only";

import { fromPrisma } from "pg-boss";

import type { Tx } from "../db.ts";
import { env } from "../env.ts";
import { jobQueue } from "../jobs/queue.ts";
import type { Locale } from "../i18n/locale.ts";
import { type MailJob, mailQueue } from "./mail-queue.ts";
import type { MailContent } from "./schema.ts";

export type NewMail = MailContent & {
  /** Null: not a member. Only ACCOUNT_DELETED is sent then; a link mail is only written to take the same time. */
  memberId: string | null;
  to: string;
  locale: Locale;
  expiresAt?: Date;
};

export const canMail = (): boolean => env().SMTP_URL !== undefined || env().SORA_DEMO;

/** Adds a mail and its job to the outbox in the caller's transaction. */
export async function postMail(tx: Tx, { memberId, to, locale, kind, data, expiresAt }: NewMail) {
  if (!canMail()) return;
  const jobs = await jobQueue();
  const { id: mailId } = await tx.mail.create({
    data: { memberId, to, locale, kind, data, expiresAt },
    select: { id: true },
  });
  await jobs.send(mailQueue, { mailId } satisfies MailJob, { db: fromPrisma(tx) });
}
