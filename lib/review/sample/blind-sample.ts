import "server-only";

import { createHash } from "node:crypto";

import type { UserId } from "../../auth/user-id.ts";
import { pool, prisma } from "../../db.ts";
import type { Decision } from "../../generated/prisma/enums.ts";
import { currentJudge } from "../../moderation/judge.ts";
import { type Result, err, ok } from "../../result.ts";
import { isDecisive, isInFrame, isInStratum, stratumColumns } from "./frame-sql.ts";
import type { SampleStratum } from "./strata.ts";

const sampleDays = 30;

export type SampleItem = {
  verdictId: string;
  stars: number;
  body: string;
  locale: string;
  gym: { name: string; nameEn: string | null };
  trainer: { name: string; nameEn: string | null } | null;
};

/**
 * A verdict for the moderator to judge, or null. Excludes their own reviews, texts that they decided about, and verdicts
 * that they judged.
 * The sample is stratified by judge, decision, rule and band of confidence. It draws from the stratum with the fewest
 * judgements, so that rare rules and doubtful verdicts are judged too, and at random within it. `estimateShare` corrects
 * for that with weights: within a stratum all verdicts have the same probability, judged/size. The current judge's strata
 * come first.
 * The draw is a function of the moderator, their number of judgements and the others' judgements before their last one.
 * So it stays the same until it is judged: reloading does not change it.
 */
export async function findSampleItem(moderatorId: UserId): Promise<SampleItem | null> {
  const draw = `${moderatorId} ${await countJudgedBy(moderatorId)}`;
  for (const stratum of await listStrata(moderatorId, draw)) {
    const item = await drawFrom(stratum, moderatorId, draw);
    if (item) return item;
  }
  return null;
}

type Stratum = Pick<SampleStratum, "model" | "modelHost" | "promptVersion" | "said" | "rule" | "band">;

const lot = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);

async function listStrata(moderatorId: UserId, draw: string): Promise<Stratum[]> {
  const { rows } = await pool.query<Stratum & { drawn: number }>(
    `WITH judgement AS (
       SELECT verdict_id, bool_or(moderator_id = $1) AS "isMine",
              bool_or(created_at <= (SELECT max(created_at) FROM blind_judgement WHERE moderator_id = $1)) AS "isBefore"
         FROM blind_judgement WHERE created_at > now() - interval '${sampleDays} days' GROUP BY 1
     )
     SELECT ${stratumColumns}, (count(*) FILTER (WHERE "isBefore"))::int AS drawn
       FROM verdict LEFT JOIN judgement ON judgement.verdict_id = verdict.id
      WHERE verdict.created_at > now() - interval '${sampleDays} days' AND ${isDecisive}
      GROUP BY 1, 2, 3, 4, 5, 6 HAVING bool_or("isMine" IS NOT TRUE)`,
    [moderatorId],
  );
  const { model, modelHost, promptVersion } = currentJudge();
  const isOfNow = (one: Stratum) =>
    one.model === model && one.modelHost === modelHost && one.promptVersion === promptVersion;
  return rows
    .map(({ drawn, ...stratum }) => ({
      stratum,
      order: [isOfNow(stratum) ? 0 : 1, drawn] as const,
      lot: lot(`${draw} ${JSON.stringify(stratum)}`),
    }))
    .toSorted((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || (a.lot < b.lot ? -1 : 1))
    .map(({ stratum }) => stratum);
}

/** Verdict ids are random, so the next id after a random point is a random verdict. */
async function drawFrom(
  { model, modelHost, promptVersion, said, rule, band }: Stratum,
  moderatorId: UserId,
  draw: string,
): Promise<SampleItem | null> {
  const { rows } = await pool.query<SampleItem>(
    `SELECT verdict.id AS "verdictId", revision.stars, revision.body, revision.locale,
            json_build_object('name', gym.name, 'nameEn', gym.name_en) AS gym,
            CASE WHEN trainer.id IS NOT NULL
              THEN json_build_object('name', trainer.name, 'nameEn', trainer.name_en) END AS trainer
       FROM (SELECT verdict.id FROM verdict
              WHERE ${canBeJudged} AND ${isInStratum(3)}
                AND verdict.id NOT IN (SELECT verdict_id FROM blind_judgement WHERE moderator_id = $1)
              -- One that nobody judged first: a second opinion would add no text to the sample.
              ORDER BY verdict.id IN (SELECT verdict_id FROM blind_judgement), verdict.id < $2::uuid, verdict.id
              LIMIT 1) item
       JOIN verdict USING (id)
       JOIN review_revision revision ON revision.id = verdict.revision_id
       JOIN review ON review.id = revision.review_id
       JOIN gym ON gym.id = review.gym_id
       LEFT JOIN trainer ON trainer.id = review.trainer_id`,
    [moderatorId, lot(draw), model, modelHost, promptVersion, said, rule, band],
  );
  return rows[0] ?? null;
}

/** `$1` is the moderator. A moderator who decided about a text has seen the model's answer. */
const canBeJudged = `
      verdict.created_at > now() - interval '${sampleDays} days' AND ${isInFrame}
      AND verdict.revision_id NOT IN (SELECT revision.id FROM review
                                        JOIN review_revision revision ON revision.review_id = review.id
                                       WHERE review.author_id = $1)
      AND verdict.revision_id NOT IN (SELECT revision_id FROM moderator_act WHERE moderator_id = $1)`;

/** Records the moderator's judgement and changes nothing else. Only the first one counts: a repeat changes nothing. */
export async function judgeSampleItem(input: {
  moderatorId: UserId;
  verdictId: string;
  decision: Decision;
  rule: string | null;
}): Promise<Result<null, "NOT_FOUND">> {
  const { moderatorId, verdictId, decision, rule } = input;
  const { rowCount } = await pool.query(
    `INSERT INTO blind_judgement (verdict_id, moderator_id, decision, rule)
     SELECT verdict.id, $1, $3::"Decision", $4 FROM verdict WHERE verdict.id = $2 AND ${canBeJudged}
         ON CONFLICT (verdict_id, moderator_id) DO UPDATE SET decision = blind_judgement.decision`,
    [moderatorId, verdictId, decision, rule],
  );
  return rowCount === 1 ? ok(null) : err("NOT_FOUND");
}

export const countJudgedBy = (moderatorId: UserId) => prisma.blindJudgement.count({ where: { moderatorId } });

/** Corrects a slip of the finger, which would count as a disagreement. */
export async function takeBackLastJudgement(moderatorId: UserId): Promise<void> {
  await pool.query(
    `DELETE FROM blind_judgement
      WHERE moderator_id = $1
        AND verdict_id = (SELECT verdict_id FROM blind_judgement WHERE moderator_id = $1
                           ORDER BY created_at DESC, verdict_id LIMIT 1)`,
    [moderatorId],
  );
}
