import { inDatabase } from "./database.ts";

export const newWord = () => `w${crypto.randomUUID().slice(0, 8)}`;

type NewGym = { word: string; name?: string; nameEn?: string; district?: string; districtEn?: string };

export async function newGym({
  word,
  name = "파도소리 짐",
  nameEn,
  district = "마포구",
  districtEn,
}: NewGym) {
  const slug = `gym-${crypto.randomUUID()}`;
  await inDatabase(
    `INSERT INTO gym (id, slug, name, name_en, district, district_en, address)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, '서울 양화로 45')`,
    [slug, `${name} ${word}`, nameEn ? `${nameEn} ${word}` : null, district, districtEn ?? null],
  );
  return slug;
}

export async function gymIdOf(slug: string): Promise<string> {
  const [gym] = await inDatabase<{ id: string }>("SELECT id FROM gym WHERE slug = $1", [slug]);
  return gym!.id;
}

export async function newTrainer(gymSlug: string, slug: string, name: string) {
  await inDatabase(
    `INSERT INTO trainer (id, gym_id, slug, name, specialty)
     SELECT gen_random_uuid(), id, $2, $3, '재활과 자세 교정' FROM gym WHERE slug = $1`,
    [gymSlug, slug, name],
  );
}

type NewReview = {
  gymSlug: string;
  trainerSlug?: string;
  stars: number;
  body: string;
  locale?: "ko" | "en";
  isEdited?: boolean;
  at: Date;
};

export async function publishReview(review: NewReview) {
  const { gymSlug, trainerSlug, stars, body, locale = "ko", isEdited = false, at } = review;
  await inDatabase(
    `WITH author AS (
       INSERT INTO member (id, email, name)
       VALUES (gen_random_uuid(), gen_random_uuid() || '@sora.test', '바다') RETURNING id
     ), revision AS (
       INSERT INTO review_revision (id, review_id, number, stars, body, body_hash, locale, status)
       VALUES (gen_random_uuid(), gen_random_uuid(), $4, $3, $5, $5, $6, 'APPROVED') RETURNING id, review_id
     )
     INSERT INTO review (id, author_id, gym_id, trainer_id, published_revision_id, published_stars, published_at)
     SELECT revision.review_id, author.id, gym.id, trainer.id, revision.id, $3, $7
       FROM revision, author, gym LEFT JOIN trainer ON trainer.gym_id = gym.id AND trainer.slug = $2
      WHERE gym.slug = $1`,
    [gymSlug, trainerSlug ?? null, stars, isEdited ? 2 : 1, body, locale, at],
  );
}
