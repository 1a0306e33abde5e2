import "server-only";

import { fromPrisma } from "pg-boss";

import type { UserId } from "../auth/user-id.ts";
import { type Tx, prisma } from "../db.ts";
import { env } from "../env.ts";
import { jobQueue } from "../jobs/queue.ts";
import { textHash } from "../moderation/normalise.ts";
import { type Limited, hourlyLimit } from "../rate-limit.ts";
import { err, ok } from "../result.ts";
import { moderateReviewQueue } from "./moderate-review-queue.ts";
import { isSlug } from "../gym/gym-slug.ts";
import type { LatestRevision } from "./schema.ts";
import { writtenIn } from "./written-in.ts";

type Draft = { authorId: UserId; stars: number; body: string; base: string };
type Target = { gymId: string; trainerId: string | null };

type Saved =
  | { ok: true; data: { reviewId: string; revisionId: string; isNew: boolean } }
  | { ok: false; error: "CONFLICT"; latest: LatestRevision | null };

type Submitted = Saved | Limited | { ok: false; error: "NOT_FOUND" };

const reviewsPerMember = hourlyLimit("reviews", () => env().REVIEWS_PER_HOUR);

/**
 * A member's review of a gym ("" for the trainer) or of a trainer: their first, or an edit of the one they have, which
 * is checked anew while what was approved stays up. What the latest revision says already is not sent again, however
 * often it comes: a double click, a retry and two tabs make one review.
 */
export async function submitReview(
  input: Draft & { gymSlug: string; trainerSlug: string },
): Promise<Submitted> {
  const { gymSlug, trainerSlug, ...draft } = input;
  const target = await findTarget(gymSlug, trainerSlug);
  if (!target) return err("NOT_FOUND");

  // Looked at before it is counted: a repeat is not charged, and never refused.
  const known = await findLatest(prisma, { authorId: draft.authorId, ...target });
  if (known && says(known, draft)) return ok({ ...idsOf(known), isNew: false });

  const taken = await reviewsPerMember.take(draft.authorId);
  if (!taken.ok) return taken;
  const saved = await saveDraft(draft, target);
  if (!saved.ok || !saved.data.isNew) await reviewsPerMember.giveBack(draft.authorId);
  return saved;
}

async function findTarget(gymSlug: string, trainerSlug: string): Promise<Target | null> {
  if (!isSlug(gymSlug) || (trainerSlug && !isSlug(trainerSlug))) return null;
  const rows = await prisma.$queryRaw<Target[]>`
    SELECT gym.id AS "gymId", trainer.id AS "trainerId"
      FROM gym LEFT JOIN trainer ON trainer.gym_id = gym.id AND trainer.slug = ${trainerSlug}
     WHERE gym.slug = ${gymSlug}`;
  const [target] = rows;
  return target && (!trainerSlug || target.trainerId) ? target : null;
}

/** All or nothing: no revision can wait without a job that sees to it. */
async function saveDraft(draft: Draft, target: Target): Promise<Saved> {
  const jobs = await jobQueue();
  const save = async (tx: Tx): Promise<Saved> => {
    const locked = await lockReview(tx, draft, target);
    if (!locked) return { ok: false, error: "CONFLICT", latest: null };
    const { reviewId, isNew } = locked;
    const latest = isNew ? null : await findLatest(tx, { id: reviewId });
    if (latest && says(latest, draft)) return ok({ ...idsOf(latest), isNew: false });
    if (latest && latest.id !== draft.base) {
      const { id: revisionId, stars, body } = latest;
      return { ok: false, error: "CONFLICT", latest: { revisionId, stars, body } };
    }

    if (latest) await supersede(tx, reviewId);
    const { stars, body } = draft;
    const revision = await tx.reviewRevision.create({
      data: {
        reviewId,
        number: (latest?.number ?? 0) + 1,
        stars,
        body,
        bodyHash: textHash(body),
        locale: writtenIn(body),
      },
      select: { id: true },
    });
    await jobs.send(moderateReviewQueue, { revisionId: revision.id }, { db: fromPrisma(tx) });
    return ok({ reviewId, revisionId: revision.id, isNew: true });
  };
  return prisma.$transaction(save);
}

/**
 * The member's review, made if need be and locked, so that their tabs queue here. The unique index decides who makes it.
 * @returns null when the draft edits one that is deleted.
 */
async function lockReview(tx: Tx, { authorId, base }: Draft, target: Target) {
  const { gymId, trainerId } = target;
  for (;;) {
    const existing = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM review
       WHERE author_id = ${authorId}::uuid AND gym_id = ${gymId}::uuid
         AND trainer_id IS NOT DISTINCT FROM ${trainerId}::uuid
         FOR UPDATE`;
    if (existing[0]) return { reviewId: existing[0].id, isNew: false };
    if (base) return null;

    const created = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO review (id, author_id, gym_id, trainer_id)
      VALUES (${crypto.randomUUID()}::uuid, ${authorId}::uuid, ${gymId}::uuid, ${trainerId}::uuid)
      ON CONFLICT DO NOTHING RETURNING id`;
    if (created[0]) return { reviewId: created[0].id, isNew: true };
    // Another tab was first: lock theirs, unless it is deleted again already.
  }
}

/** What was not decided yet never will be: its judge finds nothing to settle, its moderator nothing to decide. */
async function supersede(tx: Tx, reviewId: string): Promise<void> {
  await tx.reviewRevision.updateMany({
    where: { reviewId, status: { in: ["PENDING", "HELD", "FAILED"] } },
    data: { status: "SUPERSEDED", leaseUntil: null },
  });
  await tx.moderationItem.updateMany({
    where: { revision: { reviewId }, closedAt: null },
    data: { closedAt: new Date() },
  });
}

async function findLatest(db: Tx, review: { id: string } | ({ authorId: UserId } & Target)) {
  return db.reviewRevision.findFirst({
    where: { review },
    orderBy: { number: "desc" },
    select: { id: true, reviewId: true, number: true, stars: true, body: true },
  });
}

const says = (revision: { stars: number; body: string }, { stars, body }: Draft) =>
  revision.stars === stars && revision.body === body;

const idsOf = ({ id, reviewId }: { id: string; reviewId: string }) => ({ reviewId, revisionId: id });
