import "server-only";

import { pool } from "../db.ts";
import { isSlug } from "./gym-slug.ts";

export type Place = { gymId: string; gymSlug: string; trainerId: string | null; trainerSlug: string };

/** Finds a gym (trainer "") or a trainer by its current slug, or by a former slug of a merged one. */
export async function findPlace(gymSlug: string, trainerSlug: string): Promise<Place | null> {
  // URLs contain anything, even characters that PostgreSQL refuses.
  if (!isSlug(gymSlug) || (trainerSlug && !isSlug(trainerSlug))) return null;
  const { rows } = await pool.query<Place>(
    `SELECT gym.id AS "gymId", gym.slug AS "gymSlug",
            trainer.id AS "trainerId", coalesce(trainer.slug, '') AS "trainerSlug"
       FROM (SELECT gym.id AS gym_id, trainer.id AS trainer_id, 1 AS choice
               FROM gym LEFT JOIN trainer ON trainer.gym_id = gym.id AND trainer.slug = $2
              WHERE gym.slug = $1 AND ($2 = '' OR trainer.id IS NOT NULL)
              UNION ALL
             SELECT gym_id, trainer_id, 2 FROM former_slug WHERE gym_slug = $1 AND trainer_slug = $2) meant
       JOIN gym ON gym.id = meant.gym_id
       LEFT JOIN trainer ON trainer.id = meant.trainer_id
      ORDER BY choice LIMIT 1`,
    [gymSlug, trainerSlug],
  );
  return rows[0] ?? null;
}
