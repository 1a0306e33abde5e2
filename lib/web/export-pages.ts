import "server-only";

import { pool } from "../db.ts";

const rowsPerPage = 1000;

export const onePage = `
  created_at >= coalesce($3::timestamptz, $1) AND created_at < $2
  AND ($3::timestamptz IS NULL OR (created_at, id) > ($3::timestamptz, $4::uuid))
  ORDER BY created_at, id LIMIT $5`;

/**
 * Yields the rows of a time range in order. Each page is a separate statement, so that no connection is held for a
 * slow reader.
 */
export async function* readPages<Row extends { at: Date; id: string }>(
  pageQuery: string,
  { from, until }: { from: Date; until: Date },
): AsyncGenerator<Row[], void> {
  let after: Row | undefined;
  do {
    const values = [from, until, after?.at ?? null, after?.id ?? null, rowsPerPage];
    const { rows } = await pool.query<Row>(pageQuery, values);
    if (rows.length > 0) yield rows;
    after = rows.length === rowsPerPage ? rows.at(-1) : undefined;
  } while (after);
}
