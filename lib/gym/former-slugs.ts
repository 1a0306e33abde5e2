import "server-only";

import type { PoolClient } from "pg";

/** "" for the trainer: the gym itself. */
type Address = { gymSlug: string; trainerSlug: string };

/** From now on the address leads there. One that led elsewhere is overwritten: the last merge counts. */
export async function leadOn(
  connection: PoolClient,
  { gymSlug, trainerSlug }: Address,
  to: { gymId: string; trainerId: string | null },
): Promise<void> {
  await connection.query(
    `INSERT INTO former_slug (gym_slug, trainer_slug, gym_id, trainer_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (gym_slug, trainer_slug) DO UPDATE SET gym_id = excluded.gym_id, trainer_id = excluded.trainer_id`,
    [gymSlug, trainerSlug, to.gymId, to.trainerId],
  );
}
