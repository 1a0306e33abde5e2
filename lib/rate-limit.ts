import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";

import { type Tx, prisma } from "./db.ts";

export type Limited = { ok: false; error: "RATE_LIMITED"; retryAfterSeconds: number };

/**
 * Counts per key in PostgreSQL, for all servers together. Keys are hashed: the table must not contain e-mail
 * addresses of strangers and of deleted members.
 */
export function hourlyLimit(name: string, perHour: () => number) {
  const make = (storeClient: Tx, clearExpiredByTimeout: boolean) =>
    new RateLimiterPrisma({
      storeClient,
      clearExpiredByTimeout,
      tableName: "rateLimit",
      keyPrefix: name,
      points: perHour(),
      duration: 60 * 60,
    });
  let limiter: RateLimiterPrisma | undefined;
  // Created on first use: settings do not exist while Next builds.
  const get = () => (limiter ??= make(prisma, true));

  return {
    /**
     * Takes one point at once, so that parallel attempts are all counted.
     * @param tx takes it in this transaction. Others with the same key wait until it ends.
     */
    async take(key: string, tx?: Tx): Promise<{ ok: true } | Limited> {
      const from = tx ? make(tx, false) : get();
      try {
        await from.consume(hashed(key));
        return { ok: true };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return {
          ok: false,
          error: "RATE_LIMITED",
          retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000),
        };
      }
    },
    /** Never refuses. @returns the count of this hour, this one included */
    async add(key: string): Promise<number> {
      return (await get().penalty(hashed(key))).consumedPoints;
    },
    async giveBack(key: string) {
      await get().reward(hashed(key));
    },
  };
}

function hashed(key: string) {
  return createHash("sha256").update(key).digest("base64url");
}
