import { inDatabase } from "./database.ts";
import { newGym, newWord } from "./gyms.ts";

/** A gym of a test's own with so many reviews that the model rejected a moment ago, each by a member of its own. */
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
