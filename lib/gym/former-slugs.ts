import "server-only";

import type { PoolClient } from "pg";

/** "" for the trainer: the gym itself. */
type Address = { gymSlug: string; trainerSlug: string };

/** Where an address leads. */
type Way = Address & { gymId: string; trainerId: string | null };

/** From now on these addresses lead there. One that led elsewhere is overwritten: the last merge counts. */
export async function leadOn(connection: PoolClient, ways: Way[]): Promise<void> {
  await connection.query(
    `INSERT INTO former_slug (gym_slug, trainer_slug, gym_id, trainer_id)
     SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[])
     ON CONFLICT (gym_slug, trainer_slug) DO UPDATE SET gym_id = excluded.gym_id, trainer_id = excluded.trainer_id`,
    [
      ways.map(({ gymSlug }) => gymSlug),
      ways.map(({ trainerSlug }) => trainerSlug),
      ways.map(({ gymId }) => gymId),
      ways.map(({ trainerId }) => trainerId),
    ],
  );
}
