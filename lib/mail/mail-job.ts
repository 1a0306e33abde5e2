import "server-only";

import type { PgBoss } from "pg-boss";

import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { isLocale } from "../i18n/locale.ts";
import { endOfJob } from "../jobs/end-of-job.ts";
import { backgroundLog } from "../log/log.ts";
import { createMailQueue, mailJobSchema, mailQueue } from "./mail-queue.ts";
import { renderMail } from "./render-mail.ts";
import { mailContentSchema } from "./schema.ts";
import { sendMail } from "./send-mail.ts";

export async function workMailJobs(jobs: PgBoss): Promise<void> {
  await createMailQueue(jobs);
  const pace = {
    batchSize: 4,
    burstWhenBatchFull: true,
    perJobResults: true,
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 2,
  } as const;
  await jobs.work(mailQueue, pace, (batch) =>
    Promise.all(batch.map((job) => endOfJob(job, (data) => deliverMail(mailJobSchema.parse(data).mailId)))),
  );
}

export async function stopMailJobs(jobs: PgBoss): Promise<void> {
  await jobs.offWork(mailQueue);
}

/**
 * Sends one mail of the outbox, unless it is already sent, expired, or without a recipient.
 * @throws {MailNotTaken} when the mail server does not accept it now; the job is retried
 */
export async function deliverMail(id: string): Promise<void> {
  const mail = await prisma.mail.findFirst({ where: { id, sentAt: null, failure: null } });
  if (!mail) return;
  const isOrphan = mail.memberId === null;
  if (isOrphan && mail.kind !== "ACCOUNT_DELETED")
    return void (await prisma.mail.deleteMany({ where: { id } }));
  if (mail.expiresAt && mail.expiresAt < new Date()) return giveUp(id, "EXPIRED");
  const content = mailContentSchema.safeParse(mail);
  if (!content.success || !isLocale(mail.locale)) return giveUp(id, "UNKNOWN_KIND");

  const text = renderMail({ ...content.data, locale: mail.locale, at: mail.createdAt });
  const outcome = await sendMail({ id, to: mail.to, ...text });
  if (outcome.kind === "LATER") {
    backgroundLog.warn("mail is not sent yet", { mailId: id, kind: mail.kind, code: outcome.code });
    throw new MailNotTaken(outcome.code);
  }
  if (outcome.kind === "REFUSED") {
    backgroundLog.warn("mail was refused", { mailId: id, kind: mail.kind, code: outcome.code });
    return giveUp(id, outcome.code);
  }
  // No data is kept of former members. The demo sends nothing and shows the mail at /dev/mail.
  if (isOrphan && env().SMTP_URL) return void (await prisma.mail.deleteMany({ where: { id } }));
  // updateMany: the member may have been deleted in between.
  await prisma.mail.updateMany({ where: { id }, data: { sentAt: new Date() } });
}

async function giveUp(id: string, failure: string): Promise<void> {
  await prisma.mail.updateMany({ where: { id }, data: { failure } });
}

class MailNotTaken extends Error {
  override name = "MailNotTaken";
}
