import { parseEnv } from "../../lib/env.ts";
import { promptVersion } from "../../lib/moderation/judge.ts";
import { inDatabase } from "./database.ts";
import { newGym, newWord } from "./gyms.ts";

export async function newRejectedReviews(count: number, body = "불친절해요.") {
  const word = newWord();
  const slug = await newGym({ word, nameEn: "Wave Gym" });
  await inDatabase(
    `WITH place AS (
       SELECT gen_random_uuid() AS member_id, gen_random_uuid() AS review_id, gen_random_uuid() AS revision_id
         FROM generate_series(1, $2::int)
     ), author AS (
       INSERT INTO member (id, email, name) SELECT member_id, member_id || '@sora.test', '글쓴이' FROM place
     ), review AS (
       INSERT INTO review (id, author_id, gym_id)
       SELECT review_id, member_id, gym.id FROM place, gym WHERE gym.slug = $1
     ), revision AS (
       INSERT INTO review_revision (id, review_id, number, stars, body, body_hash, locale, status, attempt, created_at)
       SELECT revision_id, review_id, 1, 2, $3::text, revision_id::text, 'ko', 'REJECTED', 1, now() - interval '2 seconds'
         FROM place
     )
     INSERT INTO verdict (id, revision_id, attempt, decision, decided_by, rule, evidence, confidence, policy_version)
     SELECT gen_random_uuid(), revision_id, 1, 'REJECT', 'MODEL', 'harassment', ARRAY['불친절'], 0.9, 1 FROM place`,
    [slug, count, body],
  );
  return { slug, word };
}

/** The default judging model: the server under test has no such setting. */
const { OPENAI_MODERATION_MODEL: defaultModel } = parseEnv({
  DATABASE_URL: "postgresql://any/one",
  AUTH_SECRET: "x".repeat(32),
  DIARY_KEYS: Buffer.alloc(32).toString("base64"),
});

/**
 * Rejections by the model with the given confidence. A moderator judged them blind: `agreed` as rejections, `disagreed`
 * as approvals.
 */
export async function newJudgedSample(of: {
  rule: string;
  confidence: number;
  agreed: number;
  disagreed: number;
}) {
  const { rule, confidence, agreed, disagreed } = of;
  const { slug } = await newRejectedReviews(agreed + disagreed);
  await inDatabase(
    `WITH own AS (
       UPDATE verdict SET rule = $2, said_decision = 'REJECT', said_rule = $2, confidence = $3, model = $7,
              model_host = $6, prompt_version = $4
         FROM review_revision revision JOIN review ON review.id = revision.review_id JOIN gym ON gym.id = review.gym_id
        WHERE gym.slug = $1 AND verdict.revision_id = revision.id
       RETURNING verdict.id
     ), numbered AS (
       SELECT id, row_number() OVER () AS n FROM own
     ), person AS (
       INSERT INTO member (id, email, name) SELECT id, id || '@sora.test', '담당자' FROM (SELECT gen_random_uuid() AS id) new
       RETURNING id
     )
     INSERT INTO blind_judgement (verdict_id, moderator_id, decision, rule)
     SELECT numbered.id, person.id, (CASE WHEN n <= $5 THEN 'REJECT' ELSE 'APPROVE' END)::"Decision",
            CASE WHEN n <= $5 THEN $2 END
       FROM numbered, person`,
    [slug, rule, confidence, promptVersion(), agreed, new URL(process.env.MODEL_URL!).host, defaultModel],
  );
}
