import "server-only";

import { createHash } from "node:crypto";

import type { UserId } from "../../auth/user-id.ts";
import { pool, prisma } from "../../db.ts";
import type { Decision } from "../../generated/prisma/enums.ts";
import { currentJudge } from "../../moderation/judge.ts";
import { type Result, err, ok } from "../../result.ts";
import { isDecisive, isInFrame, isInStratum, stratumColumns } from "./frame-sql.ts";
import type { SampleStratum } from "./strata.ts";

/** How far back the sample reaches. */
const sampleDays = 30;

/** What is judged blind: the text and where it is about. Nothing of what the model said. */
export type SampleItem = {
  verdictId: string;
  stars: number;
  body: string;
  locale: string;
  gym: { name: string; nameEn: string | null };
  trainer: { name: string; nameEn: string | null } | null;
};

/**
 * A verdict of the model for the moderator to judge again, or null: one of the last days that is not about their own review,
 * that they have not decided about themselves and not judged yet. Null when there is none.
 *
 * The sample is stratified by judge, decision, rule and band of confidence: drawn from the stratum of which fewest were
 * judged so far, so that rare rules and doubtful verdicts are judged, too, and within it at random. What that does to
 * estimates is undone by weights (`estimateShare`): within a stratum each verdict was equally likely to be drawn, and its
 * probability, judged/size, is counted from the rows. The judge of now comes first.
 *
 * The draw depends on who judges, how many they did, and what the others had done by their last one: it stays the same until
 * it is judged, and nobody can pick by loading again.
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

/** A number of 128 bits, as drawn by lot. */
const lot = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);

/** The strata that may hold something for this moderator, in the order in which they are to be drawn from. */
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

/** Ids of verdicts are random, so the next one from a random point on is, too. */
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

/** `$1` is the moderator. Who decided about a text has seen what the model said of it. */
const canBeJudged = `
      verdict.created_at > now() - interval '${sampleDays} days' AND ${isInFrame}
      AND verdict.revision_id NOT IN (SELECT revision.id FROM review
                                        JOIN review_revision revision ON revision.review_id = review.id
                                       WHERE review.author_id = $1)
      AND verdict.revision_id NOT IN (SELECT revision_id FROM moderator_act WHERE moderator_id = $1)`;

/** What the moderator would have decided. It is written down and changes nothing else; the first word counts. */
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

/** How many the moderator judged, ever. */
export const countJudgedBy = (moderatorId: UserId) => prisma.blindJudgement.count({ where: { moderatorId } });

/** Takes back the moderator's last judgement: a slip of the finger is no disagreement. */
export async function takeBackLastJudgement(moderatorId: UserId): Promise<void> {
  await pool.query(
    `DELETE FROM blind_judgement
      WHERE moderator_id = $1
        AND verdict_id = (SELECT verdict_id FROM blind_judgement WHERE moderator_id = $1
                           ORDER BY created_at DESC, verdict_id LIMIT 1)`,
    [moderatorId],
  );
}
