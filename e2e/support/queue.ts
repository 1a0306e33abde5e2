import { inDatabase } from "./database.ts";
import { gymIdOf, newGym, newWord } from "./gyms.ts";

/** A new gym with `count` held reviews, each by a new member, oldest first. */
export async function newQueue(count: number) {
  const word = newWord();
  const slug = await newGym({ word, nameEn: "Wave Gym", districtEn: "Mapo-gu" });
  const gymId = await gymIdOf(slug);
  await inDatabase(
    `WITH place AS (
       SELECT n, gen_random_uuid() AS member_id, gen_random_uuid() AS review_id, gen_random_uuid() AS revision_id,
              now() - interval '3 days' + n * interval '1 minute' AS at FROM generate_series(1, $2::int) AS n
     ), author AS (
       INSERT INTO member (id, email, name)
       SELECT member_id, member_id || '@sora.test', '글쓴이 ' || n FROM place RETURNING id
     ), review AS (
       INSERT INTO review (id, author_id, gym_id, created_at)
       SELECT review_id, author.id, $1, at FROM place JOIN author ON author.id = member_id RETURNING id
     ), revision AS (
       INSERT INTO review_revision (id, review_id, number, stars, body, body_hash, locale, status, attempt, created_at, decided_at)
       SELECT revision_id, review.id, 1, 1 + n % 5, '글 ' || n || '번: 샤워실이 좁지만 기구는 넉넉해요. ' || $3::text,
              revision_id::text, 'ko', 'HELD', 1, at, at
         FROM place JOIN review ON review.id = review_id RETURNING id
     ), verdict AS (
       INSERT INTO verdict (id, revision_id, attempt, decision, decided_by, hold_reason, evidence, confidence, policy_version, created_at)
       SELECT gen_random_uuid(), revision.id, 1, 'HOLD', 'MODEL', 'UNSURE', ARRAY['샤워실이 좁지만'], 0.61, 1, at
         FROM place JOIN revision ON revision.id = revision_id
     )
     INSERT INTO moderation_item (id, revision_id, reason, opened_at, gym_id, locale, category, decided_by)
     SELECT gen_random_uuid(), revision.id, 'HELD', at, $1, 'ko', 'UNSURE', 'MODEL'
       FROM place JOIN revision ON revision.id = revision_id`,
    [gymId, count, word],
  );
  return { gymId, slug, word, path: `/admin/moderation?gym=${gymId}` };
}

export const statesOf = (gymId: string) =>
  inDatabase<{ status: string; isOpen: boolean; isPublished: boolean; decisions: number; id: string }>(
    `SELECT revision.id, revision.status, item.id IS NOT NULL AS "isOpen",
            review.published_revision_id = revision.id AS "isPublished",
            (SELECT count(*)::int FROM verdict WHERE verdict.revision_id = revision.id AND decided_by = 'MODERATOR'
                AND undone_at IS NULL) AS decisions
       FROM review JOIN review_revision revision ON revision.review_id = review.id
       LEFT JOIN moderation_item item ON item.revision_id = revision.id AND item.closed_at IS NULL
      WHERE review.gym_id = $1 ORDER BY revision.created_at`,
    [gymId],
  );
