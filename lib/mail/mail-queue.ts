import type { PgBoss } from "pg-boss";
import { z } from "zod";

export const mailQueue = "send-mail";

export const mailJobSchema = z.object({ mailId: z.uuid() });
export type MailJob = z.infer<typeof mailJobSchema>;

/** Retries for half a day while the mail server is unreachable: after 5 s, 10 s, 20 s …, then every half hour. */
export async function createMailQueue(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(mailQueue, {
    notify: true,
    retryLimit: 32,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 1800,
    // Longer than any exchange with the mail server (send-mail.ts), so that no two jobs send one mail at once.
    expireInSeconds: 120,
    deleteAfterSeconds: 3600,
  });
}
