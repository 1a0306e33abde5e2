import { z } from "zod";

export const pushQueue = "push-notice";

/** Ids only. `tries`: how often the push service has postponed it. */
export const pushJobSchema = z.object({
  noticeId: z.uuid(),
  subscriptionId: z.uuid(),
  tries: z.number().int().default(0),
});

export type PushJob = z.input<typeof pushJobSchema>;
