import "server-only";

import type { UserId } from "../../auth/user-id.ts";
import { pool } from "../../db.ts";
import type { Decision } from "../../generated/prisma/enums.ts";

const decisions = ["APPROVE", "REJECT", "HOLD"] as const satisfies Decision[];

export type Agreement = {
  /** `counts[moderator][model]`, in the order of `decisions`. The model held nothing that is in the sample. */
  counts: number[][];
  total: number;
  /** Both rejected … */
  bothRejected: number;
  /** … and named the same rule. */
  sameRule: number;
};

/** How moderators, or one of them, judged what the model had decided, in a stretch of time or ever. */
export async function measureAgreement(
  of: { moderatorId?: UserId; from?: Date | undefined; until?: Date } = {},
): Promise<Agreement> {
  const { rows } = await pool.query<{ mine: Decision; model: Decision; count: number; sameRule: number }>(
    `SELECT judgement.decision AS mine, verdict.decision AS model, count(*)::int AS count,
            (count(*) FILTER (WHERE judgement.rule = verdict.rule))::int AS "sameRule"
       FROM blind_judgement judgement JOIN verdict ON verdict.id = judgement.verdict_id
      WHERE ($1::uuid IS NULL OR judgement.moderator_id = $1)
        AND ($2::timestamptz IS NULL OR judgement.created_at >= $2)
        AND ($3::timestamptz IS NULL OR judgement.created_at < $3)
      GROUP BY 1, 2`,
    [of.moderatorId ?? null, of.from ?? null, of.until ?? null],
  );
  const rowOf = (mine: Decision, model: Decision) =>
    rows.find((row) => row.mine === mine && row.model === model);
  return {
    counts: decisions.map((mine) => decisions.map((model) => rowOf(mine, model)?.count ?? 0)),
    total: rows.reduce((total, { count }) => total + count, 0),
    bothRejected: rowOf("REJECT", "REJECT")?.count ?? 0,
    sameRule: rowOf("REJECT", "REJECT")?.sameRule ?? 0,
  };
}
