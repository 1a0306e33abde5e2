import { pool } from "../lib/db.ts";

type Plan = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; Plans?: Plan[] } & Record<
  "Actual Rows" | "Actual Loops" | "Rows Removed by Filter",
  number | undefined
>;

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

export async function explain({ text, values = [] }: { text: string; values?: unknown[] }): Promise<Plan[]> {
  const { rows } = await pool.query<{ "QUERY PLAN": [{ Plan: Plan }] }>({
    text: `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
    values,
  });
  return nodesOf(rows[0]!["QUERY PLAN"][0].Plan);
}

/** Rows of a table that a plan read, including those that a filter removed. */
export const rowsRead = (nodes: Plan[], table: string) =>
  nodes
    .filter((node) => node["Relation Name"] === table)
    .map(
      (node) =>
        ((node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0)) * (node["Actual Loops"] ?? 1),
    )
    .reduce((sum, rows) => sum + rows, 0);
