import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";

import { type Tx, prisma } from "./db.ts";

export type Limited = { ok: false; error: "RATE_LIMITED"; retryAfterSeconds: number };

/**
 * Counts things per key in PostgreSQL, for all servers together. Keys are hashed: e-mail addresses of people
 * who are not members, and of those who left, have no business in the table.
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
  // Made on first use: settings are not there yet while Next builds.
  const get = () => (limiter ??= make(prisma, true));

  return {
    /**
     * Takes one, at once and for good, so that attempts made in parallel are all counted.
     * @param tx takes it with what it is taken for: both or neither, and the key's others wait until that is decided.
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
    /** Counts one and refuses nothing. @returns how many there were in the hour, this one among them. */
    async add(key: string): Promise<number> {
      return (await get().penalty(hashed(key))).consumedPoints;
    },
    /** Gives one back: it turned out to be none of those we count. */
    async giveBack(key: string) {
      await get().reward(hashed(key));
    },
  };
}

function hashed(key: string) {
  return createHash("sha256").update(key).digest("base64url");
}
