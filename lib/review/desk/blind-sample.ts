import "server-only";

import { createHash } from "node:crypto";

import type { UserId } from "../../auth/user-id.ts";
import { pool, prisma } from "../../db.ts";
import type { Decision } from "../../generated/prisma/enums.ts";
import { type Result, err, ok } from "../../result.ts";

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
 * A random review that the model published or rejected lately, that still stands so, is not the moderator's own and was
 * not judged by them yet; null when there is none. The same one until it is judged: nobody can pick by loading again.
 */
export async function findSampleItem(moderatorId: UserId): Promise<SampleItem | null> {
  const judged = await prisma.blindJudgement.count({ where: { moderatorId } });
  // Ids of verdicts are random, so the next one from a point that depends on who judges and how many they did is, too:
  // one step into the primary key, however many reviews there are.
  const point = createHash("sha256").update(`${moderatorId} ${judged}`).digest("hex").slice(0, 32);
  return (await firstFrom(moderatorId, ">=", point)) ?? (await firstFrom(moderatorId, "<", point));
}

async function firstFrom(moderatorId: UserId, side: ">=" | "<", point: string): Promise<SampleItem | null> {
  const { rows } = await pool.query<SampleItem>(
    `SELECT verdict.id AS "verdictId", revision.stars, revision.body, revision.locale,
            json_build_object('name', gym.name, 'nameEn', gym.name_en) AS gym,
            CASE WHEN trainer.id IS NOT NULL
              THEN json_build_object('name', trainer.name, 'nameEn', trainer.name_en) END AS trainer
       FROM verdict
       JOIN review_revision revision ON revision.id = verdict.revision_id
       JOIN review ON review.id = revision.review_id
       JOIN gym ON gym.id = review.gym_id
       LEFT JOIN trainer ON trainer.id = review.trainer_id
      WHERE verdict.id ${side} $2::uuid AND ${canBeJudged}
        AND NOT EXISTS (SELECT FROM blind_judgement WHERE verdict_id = verdict.id AND moderator_id = $1)
      ORDER BY verdict.id LIMIT 1`,
    [moderatorId, point],
  );
  return rows[0] ?? null;
}

/** `$1` is the moderator. The verdict is the model's last word on the revision, and the one that holds. */
const canBeJudged = `
      verdict.decided_by = 'MODEL' AND verdict.undone_at IS NULL
      AND verdict.created_at > now() - interval '${sampleDays} days'
      AND revision.status::text = CASE verdict.decision WHEN 'APPROVE' THEN 'APPROVED' WHEN 'REJECT' THEN 'REJECTED' END
      AND review.author_id <> $1
      AND NOT EXISTS (SELECT FROM verdict later WHERE later.revision_id = verdict.revision_id
                         AND later.attempt > verdict.attempt AND later.undone_at IS NULL)`;

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
     SELECT verdict.id, $1, $3::"Decision", $4
       FROM verdict
       JOIN review_revision revision ON revision.id = verdict.revision_id
       JOIN review ON review.id = revision.review_id
      WHERE verdict.id = $2 AND ${canBeJudged}
         ON CONFLICT (verdict_id, moderator_id) DO UPDATE SET decision = blind_judgement.decision`,
    [moderatorId, verdictId, decision, rule],
  );
  return rowCount === 1 ? ok(null) : err("NOT_FOUND");
}

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
