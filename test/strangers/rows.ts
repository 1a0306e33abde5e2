import { pool } from "../../lib/db.ts";

type Reference = { table: string; column: string; parent: string; parentColumn: string };

let statement: Promise<string> | undefined;

/** Reads whatever hangs on members by foreign keys, near or far, from the catalog: a new table is never forgotten. */
async function makeStatement(): Promise<string> {
  const { rows: references } = await pool.query<Reference>(
    `SELECT child.relname AS "table", a.attname AS "column", parent.relname AS parent, b.attname AS "parentColumn"
       FROM pg_constraint c
       JOIN pg_class child ON child.oid = c.conrelid JOIN pg_class parent ON parent.oid = c.confrelid
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]
      WHERE c.contype = 'f' AND child.relnamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  const where = new Map([["member", "id = ANY ($1::uuid[])"]]);
  for (let added = true; added;) {
    added = false;
    for (const table of new Set(references.map((reference) => reference.table))) {
      if (where.has(table)) continue;
      const near = references.filter(
        (one) => one.table === table && where.has(one.parent) && one.parent !== table,
      );
      if (near.length === 0) continue;
      const conditions = near.map(
        ({ column, parent, parentColumn }) =>
          `"${column}" IN (SELECT "${parentColumn}" FROM "${parent}" WHERE ${where.get(parent)!})`,
      );
      where.set(table, `(${conditions.join(" OR ")})`);
      added = true;
    }
  }
  return [...where]
    .map(
      ([table, condition]) =>
        `SELECT '${table}' AS "table", to_jsonb(t) AS row FROM "${table}" t WHERE ${condition}`,
    )
    .join(" UNION ALL ");
}

export type Rows = Map<string, Record<string, unknown>>;

/** The rows of these members, whole, under a name that stays while they are changed. */
export async function rowsOf(memberIds: string[]): Promise<Rows> {
  const sql = await (statement ??= makeStatement());
  const { rows } = await pool.query<{ table: string; row: Record<string, unknown> }>(sql, [memberIds]);
  const named = rows.map(({ table, row }): [string, Record<string, unknown>] => [
    `${table} ${keyColumns
      .map((column) => row[column])
      .filter((part) => part !== undefined)
      .join(" ")}`,
    row,
  ]);
  return new Map(named);
}

/** Whatever a primary key may consist of. */
const keyColumns = [
  "id",
  "provider",
  "subject",
  "reply_id",
  "attempt",
  "seq",
  "verdict_id",
  "moderator_id",
  "member_id",
  "kind",
  "run_id",
  "position",
];

/** What differs: `review_revision 01…: status`. Tables in `ignored` may change. */
export function changesBetween(before: Rows, after: Rows, ignored: readonly string[] = []): string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .filter((name) => !ignored.includes(name.split(" ", 1)[0]!))
    .flatMap((name) => {
      const [old, now] = [before.get(name), after.get(name)];
      if (!old) return [`${name}: made`];
      if (!now) return [`${name}: gone`];
      const columns = Object.keys(now).filter(
        (column) => JSON.stringify(old[column]) !== JSON.stringify(now[column]),
      );
      return columns.length > 0 ? [`${name}: ${columns.join(", ")}`] : [];
    });
}
