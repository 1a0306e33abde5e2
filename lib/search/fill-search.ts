import "server-only";

import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "../db.ts";
import { backgroundLog } from "../log/log.ts";

/** A statement takes about 50 ms. */
const batchSize = 500;
/** Leaves the database to other queries between two statements. */
const pauseMs = 50;

/** A keyset batch of rows without a document. A document written by a trigger in between is newer and remains. */
const fill = (kind: "gym" | "member", document: string) => `
  WITH missing AS (
    SELECT * FROM ${kind} WHERE id > $1 AND NOT EXISTS (SELECT FROM ${kind}_search WHERE ${kind}_id = ${kind}.id)
     ORDER BY id LIMIT ${batchSize}
  ), added AS (
    INSERT INTO ${kind}_search (${kind}_id, form) SELECT id, ${document} FROM missing ON CONFLICT DO NOTHING
  )
  SELECT (count(*) OVER ())::int AS count, id FROM missing ORDER BY id DESC LIMIT 1`;

const fills = [
  // `gym_document` takes a row of the table.
  fill("gym", "gym_document((SELECT gym FROM gym WHERE gym.id = missing.id))"),
  fill("member", "search_document(ARRAY[name, email])"),
];

const beforeAll = "00000000-0000-0000-0000-000000000000";

/**
 * Adds missing search documents of gyms and members, from before the triggers or inserted without them. Idempotent;
 * several servers may run it at once. Ends early, with a log record, when the database fails; the next start continues.
 * @returns the number of added documents
 */
export async function fillSearch({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
  let added = 0;
  try {
    for (const text of fills) {
      for (let after: string | undefined = beforeAll; after && !signal?.aborted;) {
        const last: { count: number; id: string } | undefined = (await pool.query({ text, values: [after] }))
          .rows[0];
        added += last?.count ?? 0;
        after = last?.id;
        if (after) await sleep(pauseMs, undefined, signal && { signal });
      }
    }
  } catch (error) {
    if (!signal?.aborted) backgroundLog.warn("search not filled", { error });
  }
  if (added > 0) backgroundLog.info("search filled", { note: `${added} gyms and members can be found now` });
  return added;
}
