import "server-only";

import { pool } from "../db.ts";
import type { CallPurpose } from "../generated/prisma/enums.ts";

/** Milliseconds since any server began a call of this purpose. Infinity: never. */
export async function msSinceLastCall(purpose: CallPurpose): Promise<number> {
  const { rows } = await pool.query<{ ms: number | null }>(
    `SELECT (extract(epoch FROM now() - max(started_at)) * 1000)::float8 AS ms
       FROM model_call WHERE purpose = $1::"CallPurpose"`,
    [purpose],
  );
  return rows[0]?.ms ?? Infinity;
}
