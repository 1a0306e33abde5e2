import "server-only";

import type { UserId } from "../../auth/user-id.ts";
import { pool } from "../../db.ts";
import type { Decision } from "../../generated/prisma/enums.ts";
import type { RuleId } from "../../moderation/policy/rules.ts";
import { isInFrame, stratumColumns } from "./frame-sql.ts";

export type SampleStratum = {
  model: string | null;
  modelHost: string | null;
  promptVersion: string | null;
  said: Exclude<Decision, "HOLD">;
  rule: RuleId | null;
  band: number;
  size: number;
  confidence: number;
  /** Verdicts judged by people, by their decision. Of several judgements of one verdict the first counts. */
  judged: Record<Decision, number>;
  sameRule: number;
};

type Of = { moderatorId?: UserId | undefined; from: Date; until: Date };
type Row = Omit<SampleStratum, "judged"> & { APPROVE: number; REJECT: number; HOLD: number };

/** Times are those of the verdicts. With `moderatorId`, only that moderator's judgements count. */
export async function readStrata({ moderatorId, from, until }: Of): Promise<SampleStratum[]> {
  const { rows } = await pool.query<Row>(
    `WITH frame AS (
       SELECT verdict.id, verdict.confidence, ${stratumColumns} FROM verdict
        WHERE verdict.created_at >= $2 AND verdict.created_at < $3 AND ${isInFrame}
     ), judgement AS (
       SELECT DISTINCT ON (verdict_id) verdict_id, decision, rule FROM blind_judgement
        WHERE created_at >= $2 AND ($1::uuid IS NULL OR moderator_id = $1)
        ORDER BY verdict_id, created_at, moderator_id
     )
     SELECT model, "modelHost", "promptVersion", said, frame.rule, band, count(*)::int AS size,
            avg(confidence)::float8 AS confidence,
            (count(*) FILTER (WHERE judgement.decision = 'APPROVE'))::int AS "APPROVE",
            (count(*) FILTER (WHERE judgement.decision = 'REJECT'))::int AS "REJECT",
            (count(*) FILTER (WHERE judgement.decision = 'HOLD'))::int AS "HOLD",
            (count(*) FILTER (WHERE judgement.rule = frame.rule))::int AS "sameRule"
       FROM frame LEFT JOIN judgement ON judgement.verdict_id = frame.id
      GROUP BY 1, 2, 3, 4, 5, 6`,
    [moderatorId ?? null, from, until],
  );
  return rows.map(({ APPROVE, REJECT, HOLD, ...row }) => ({ ...row, judged: { APPROVE, REJECT, HOLD } }));
}

export const drawnOf = ({ judged }: SampleStratum) => judged.APPROVE + judged.REJECT + judged.HOLD;

export const forAgreement = (strata: readonly SampleStratum[]) =>
  strata.map((stratum) => ({
    size: stratum.size,
    drawn: drawnOf(stratum),
    having: stratum.judged[stratum.said],
  }));
