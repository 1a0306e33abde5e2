import "server-only";

import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "../db.ts";
import { backgroundLog } from "../log/log.ts";

/** A statement of some 50 ms. */
const batchSize = 500;
/** Between two, for those who wait for an answer. */
const pauseMs = 50;

/** After an id, in their order, the next that lack a document. What a trigger writes while this runs is newer: it stays. */
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
 * Adds what gyms and members from before there were triggers, or put in without them, are found by. Idempotent; several
 * servers may do it at once. Ends early, with a record, when the database cannot be asked: the next start goes on.
 * @returns how many were added.
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
