import type { PgBoss } from "pg-boss";
import { z } from "zod";

export const mailQueue = "send-mail";

/** One job for each row of the outbox. */
export const mailJobSchema = z.object({ mailId: z.uuid() });
export type MailJob = z.infer<typeof mailJobSchema>;

/** A mail server that is away is asked for half a day: 5 s, 10 s, 20 s … and then every half hour. */
export async function createMailQueue(jobs: PgBoss): Promise<void> {
  await jobs.createQueue(mailQueue, {
    notify: true,
    retryLimit: 32,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 1800,
    // Longer than any exchange with the mail server may take (send-mail.ts): no mail is sent by two jobs at once.
    expireInSeconds: 120,
    deleteAfterSeconds: 3600,
  });
}
