import type { QueryConfig } from "pg";

import { setLocalLimits, usualLimits } from "./limits.ts";

type Query = (config: QueryConfig) => Promise<unknown>;

const begin = /^\s*BEGIN\b/i;
const end = /^\s*(COMMIT|ROLLBACK)\s*(?:;\s*)?$/i;
const limits = setLocalLimits(usualLimits);

/**
 * A connection's `query` for a pooler in transaction mode, which lends another session to each transaction. Nothing may be left
 * in a session: names of statements are dropped, and the limits are those of each transaction. A statement by itself becomes
 * one: its three parts travel together, so it takes no longer.
 */
export function throughPooler(query: Query): Query {
  let isInTransaction = false;
  return async ({ name: _, ...config }) => {
    if (begin.test(config.text)) {
      isInTransaction = true;
      // First its own text, which may be followed by other limits.
      const [own, ...rest] = config.text.split(";");
      return query({ text: [own, limits, ...rest].join(";") });
    }
    if (end.test(config.text)) isInTransaction = false;
    else if (!isInTransaction) {
      const [, result] = await Promise.all([
        query({ text: `BEGIN; ${limits}` }),
        query(config),
        query({ text: "COMMIT" }),
      ]);
      return result;
    }
    return query(config);
  };
}
