import type { PgBoss } from "pg-boss";
import { z } from "zod";

export const mailQueue = "send-mail";

export const mailJobSchema = z.object({ mailId: z.uuid() });
export type MailJob = z.infer<typeof mailJobSchema>;

/** Retries for half a day: after 5 s, 10 s, 20 s … up to every 30 minutes. */
export async function createMailQueue(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(mailQueue, {
    notify: true,
    retryLimit: 32,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 1800,
    // Longer than the timeouts of send-mail.ts, so that two jobs never send the same mail at once.
    expireInSeconds: 120,
    deleteAfterSeconds: 3600,
  });
}
