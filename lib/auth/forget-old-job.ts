import "server-only";

import type { PgBoss } from "pg-boss";

import { prisma } from "../db.ts";

const queue = "forget-account-traces";

const securityLogDays = 90;
const mailDays = 7;
const linkDays = 1;

/** Every night, on one server. */
export async function workForgetOldJobs(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(queue, { policy: "exclusive", expireInSeconds: 300, deleteAfterSeconds: 3600 });
  await jobs.schedule(queue, "37 3 * * *");
  await jobs.work(queue, { pollingIntervalSeconds: 60 }, () => forgetOldTraces());
}

export async function stopForgetOldJobs(jobs: PgBoss): Promise<void> {
  await jobs.offWork(queue);
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** Security logs are kept for 90 days, mails for a week, links for a day after they have run out. */
export async function forgetOldTraces(): Promise<void> {
  await prisma.securityEvent.deleteMany({ where: { at: { lt: daysAgo(securityLogDays) } } });
  await prisma.mail.deleteMany({ where: { createdAt: { lt: daysAgo(mailDays) } } });
  await prisma.accountLink.deleteMany({ where: { expiresAt: { lt: daysAgo(linkDays) } } });
}
