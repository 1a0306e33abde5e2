import type { QueryConfig } from "pg";

import { setLocalLimits, usualLimits } from "./limits.ts";

type Query = (config: QueryConfig) => Promise<unknown>;

const begin = /^\s*BEGIN\b/i;
const end = /^\s*(COMMIT|ROLLBACK)\s*(?:;\s*)?$/i;
const limits = setLocalLimits(usualLimits);

/**
 * A connection's `query` for a pooler in transaction mode, which gives each transaction another session. Nothing may
 * remain in a session: statement names are dropped, and each transaction sets its limits. A single statement becomes
 * a transaction; its three parts travel together, so it takes no longer.
 */
export function throughPooler(query: Query): Query {
  let isInTransaction = false;
  return async ({ name: _, ...config }) => {
    if (begin.test(config.text)) {
      isInTransaction = true;
      // BEGIN comes first; other limits may follow it.
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
