import "server-only";

import { appendAudit } from "../audit/append-audit.ts";
import type { UserId } from "../auth/user-id.ts";
import { sqlOf } from "../in-transaction.ts";
import { type Result, err, ok } from "../result.ts";
import { isLockedStill, lockMovingReviews, moveReviews, type Move } from "./move-reviews.ts";
import { leadOn } from "../gym/former-slugs.ts";
import { inMerge } from "./merge-lock.ts";

type Merged = Result<{ gymSlug: string; slug: string }, "NOT_FOUND">;
type Row = { id: string; slug: string; gymId: string; gymSlug: string };

/**
 * Like `mergeGyms`, for two trainers of one gym.
 * @returns the remaining trainer's address; NOT_FOUND when one does not exist, or they belong to different gyms
 */
export async function mergeTrainers(input: {
  adminId: UserId;
  trainerId: string;
  intoId: string;
}): Promise<Merged> {
  const { adminId, trainerId, intoId } = input;
  if (trainerId === intoId) return err("NOT_FOUND");
  const move: Move = { of: "trainer", fromId: trainerId, toId: intoId };

  return inMerge<Merged>(async (connection) => {
    const locked = await lockMovingReviews(connection, move);
    const { rows } = await connection.query<Row>(
      `SELECT trainer.id, trainer.slug, gym.id AS "gymId", gym.slug AS "gymSlug"
         FROM trainer JOIN gym ON gym.id = trainer.gym_id
        WHERE trainer.id IN ($1, $2) ORDER BY trainer.id FOR UPDATE OF trainer`,
      [trainerId, intoId],
    );
    const trainer = rows.find(({ id }) => id === trainerId);
    const into = rows.find(({ id }) => id === intoId);
    if (!trainer || !into || trainer.gymId !== into.gymId) return err("NOT_FOUND");
    if (!(await isLockedStill(connection, move, locked))) return "AGAIN";

    const counts = await moveReviews(connection, move);
    await connection.query("UPDATE former_slug SET trainer_id = $2 WHERE trainer_id = $1", [
      trainerId,
      intoId,
    ]);
    await leadOn(connection, [
      { gymSlug: trainer.gymSlug, trainerSlug: trainer.slug, gymId: trainer.gymId, trainerId: intoId },
    ]);
    await connection.query("DELETE FROM trainer WHERE id = $1", [trainerId]);
    await appendAudit(sqlOf(connection), {
      actorId: adminId,
      kind: "TRAINER_MERGED",
      subjectId: trainerId,
      data: { gymId: trainer.gymId, intoId, slug: trainer.slug, ...counts },
    });
    return ok({ gymSlug: into.gymSlug, slug: into.slug });
  });
}
