import "server-only";

import type { PoolClient } from "pg";

type Address = { gymSlug: string; trainerSlug: string };

type Way = Address & { gymId: string; trainerId: string | null };

/** Redirects these addresses to the given places. Overwrites earlier redirects: the last merge counts. */
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
