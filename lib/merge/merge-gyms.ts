import "server-only";

import type { PoolClient } from "pg";
import { appendAudit } from "../audit/append-audit.ts";
import type { UserId } from "../auth/user-id.ts";
import { sqlOf } from "../in-transaction.ts";
import { type Result, err, ok } from "../result.ts";
import { isLockedStill, lockMovingReviews, moveReviews, type Move } from "./move-reviews.ts";
import { formerNamesOf } from "../gym/former-names.ts";
import { leadOn } from "../gym/former-slugs.ts";
import { freeSlug } from "../gym/gym-slug.ts";
import { inMerge } from "./merge-lock.ts";

type Merged = Result<{ slug: string }, "NOT_FOUND">;
type Named = { id: string; slug: string };
type Merging = Named & { name: string; nameEn: string | null; formerNames: string[] };

/**
 * Moves everything of `gymId` to `intoId`, and redirects its addresses, in one transaction. A review that is submitted at
 * the same time is moved too, or finds the remaining gym.
 * @returns the remaining gym's slug; NOT_FOUND when one does not exist, or both are the same
 */
export async function mergeGyms(input: { adminId: UserId; gymId: string; intoId: string }): Promise<Merged> {
  const { adminId, gymId, intoId } = input;
  if (gymId === intoId) return err("NOT_FOUND");
  const move: Move = { of: "gym", fromId: gymId, toId: intoId };

  return inMerge<Merged>(async (connection) => {
    const locked = await lockMovingReviews(connection, move);
    const { rows: gyms } = await connection.query<Merging>(
      `SELECT id, slug, name, name_en AS "nameEn", coalesce(former_names, '{}') AS "formerNames"
         FROM gym WHERE id IN ($1, $2) ORDER BY id FOR UPDATE`,
      [gymId, intoId],
    );
    const gym = gyms.find(({ id }) => id === gymId);
    const into = gyms.find(({ id }) => id === intoId);
    if (!gym || !into) return err("NOT_FOUND");
    if (!(await isLockedStill(connection, move, locked))) return "AGAIN";

    const counts = await moveReviews(connection, move);
    await moveTrainers(connection, gym, into);
    // Earlier redirects to this gym lead directly to the new one: no chains.
    await connection.query("UPDATE former_slug SET gym_id = $2 WHERE gym_id = $1", [gymId, intoId]);
    await leadOn(connection, [{ gymSlug: gym.slug, trainerSlug: "", gymId: intoId, trainerId: null }]);
    const had = [...into.formerNames, ...gym.formerNames, gym.name, gym.nameEn];
    await connection.query("UPDATE gym SET former_names = $2 WHERE id = $1", [
      intoId,
      formerNamesOf(had, into),
    ]);
    await connection.query("DELETE FROM gym WHERE id = $1", [gymId]);
    await appendAudit(sqlOf(connection), {
      actorId: adminId,
      kind: "GYM_MERGED",
      subjectId: gymId,
      data: { intoId, slug: gym.slug, ...counts },
    });
    return ok({ slug: into.slug });
  });
}

/**
 * If the target gym has a trainer with the same slug, the moved trainer's slug gets a number. The old address redirects.
 */
async function moveTrainers(connection: PoolClient, gym: Named, into: Named): Promise<void> {
  const { rows: trainers } = await connection.query<Named>(
    "SELECT id, slug FROM trainer WHERE gym_id = $1 ORDER BY created_at, id FOR UPDATE",
    [gym.id],
  );
  const { rows: known } = await connection.query<{ slug: string }>(
    `SELECT slug FROM trainer WHERE gym_id = $1
      UNION SELECT trainer_slug FROM former_slug WHERE gym_slug = $2 AND trainer_slug <> ''`,
    [into.id, into.slug],
  );
  const taken = new Set(known.map(({ slug }) => slug));
  const moved = trainers.map(({ id, slug }) => {
    const newSlug = freeSlug(slug, taken);
    taken.add(newSlug);
    return { id, slug, newSlug };
  });
  await connection.query(
    `UPDATE trainer SET gym_id = $1, slug = moved.slug, updated_at = now()
       FROM unnest($2::uuid[], $3::text[]) AS moved (id, slug) WHERE trainer.id = moved.id`,
    [into.id, moved.map(({ id }) => id), moved.map(({ newSlug }) => newSlug)],
  );
  await leadOn(
    connection,
    moved.map(({ id, slug }) => ({
      gymSlug: gym.slug,
      trainerSlug: slug,
      gymId: into.id,
      trainerId: id,
    })),
  );
}
