import { z } from "zod";

/** A job for each notice and device. */
export const pushQueue = "push-notice";

/** Ids only; `tries` counts how often the push service has put us off. */
export const pushJobSchema = z.object({
  noticeId: z.uuid(),
  subscriptionId: z.uuid(),
  tries: z.number().int().default(0),
});

export type PushJob = z.input<typeof pushJobSchema>;
