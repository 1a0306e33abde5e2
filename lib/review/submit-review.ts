import "server-only";

import { fromPrisma } from "pg-boss";

import { findReviewingBan } from "../account/people-suspension.ts";
import type { UserId } from "../auth/user-id.ts";
import { type Tx, prisma } from "../db.ts";
import { env } from "../env.ts";
import { jobQueue } from "../jobs/queue.ts";
import { textHash } from "../moderation/patterns/normalise.ts";
import { type Limited, hourlyLimit } from "../rate-limit.ts";
import { err, ok } from "../result.ts";
import { deskChannel } from "./revision/review-channel.ts";
import { moderateReviewQueue } from "./revision/judge-queue.ts";
import { findPlace, type Place } from "../gym/find-place.ts";
import type { LatestRevision } from "./schema.ts";
import { writtenIn } from "./revision/written-in.ts";

type Draft = { authorId: UserId; stars: number; body: string; base: string };
type Target = Pick<Place, "gymId" | "trainerId">;

type Saved =
  | { ok: true; data: { reviewId: string; revisionId: string; isNew: boolean } }
  | { ok: false; error: "CONFLICT"; latest: LatestRevision | null }
  | { ok: false; error: "SUSPENDED"; until: Date };

type Gone = { ok: false; error: "GONE" };

type Submitted = Saved | Limited | { ok: false; error: "NOT_FOUND" };

const reviewsPerMember = hourlyLimit("reviews", () => env().REVIEWS_PER_HOUR);

/**
 * Idempotent: a draft equal to the latest revision is not saved again, so a double click, a retry or two tabs make one
 * review. During the judging of an edit the approved revision stays published.
 */
export async function submitReview(
  input: Draft & { gymSlug: string; trainerSlug: string },
): Promise<Submitted> {
  const { gymSlug, trainerSlug, ...draft } = input;
  // A merged place is found again under its old slug.
  for (;;) {
    const place = await findPlace(gymSlug, trainerSlug);
    if (!place) return err("NOT_FOUND");
    // A repeat saves nothing, so it is accepted even from a suspended member.
    const known = await findLatest(prisma, { authorId: draft.authorId, ...idsOf(place) });
    if (known && says(known, draft)) return ok(toSaved(known));
    const saved = await saveDraft(draft, place);
    if (saved.ok || saved.error !== "GONE") return saved;
  }
}

/** One transaction: no revision without its job, and only saved texts are counted. */
async function saveDraft(draft: Draft, target: Target): Promise<Saved | Gone | Limited> {
  const jobs = await jobQueue();
  const save = async (tx: Tx): Promise<Saved | Gone> => {
    const until = await findReviewingBan(draft.authorId, tx);
    if (until) return { ok: false, error: "SUSPENDED", until };
    const locked = await lockReview(tx, draft, target);
    if (locked === "GONE") return err("GONE");
    if (!locked) return { ok: false, error: "CONFLICT", latest: null };
    const { reviewId, isNew } = locked;
    const latest = isNew ? null : await findLatest(tx, { id: reviewId });
    if (latest && says(latest, draft)) return ok(toSaved(latest));
    if (latest && latest.id !== draft.base) {
      const { id: revisionId, stars, body } = latest;
      return { ok: false, error: "CONFLICT", latest: { revisionId, stars, body } };
    }

    // After all other checks and after the lock, so that a repeat is never counted or refused.
    const taken = await reviewsPerMember.take(draft.authorId, tx);
    if (!taken.ok) throw new LimitedError(taken);
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
  return prisma.$transaction(save).catch((error: unknown) => {
    if (error instanceof LimitedError) return error.limited;
    throw error;
  });
}

class LimitedError extends Error {
  readonly limited: Limited;
  constructor(limited: Limited) {
    super(limited.error);
    this.limited = limited;
  }
}

/**
 * Finds or creates the review and locks it: a member's tabs wait here for each other. The unique index decides which one
 * creates it. Locks the review before the place, as a merge does.
 * @returns null when the draft edits a deleted review
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
    if (!(await holdPlace(tx, target))) return "GONE";
    if (base) return null;

    const created = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO review (id, author_id, gym_id, trainer_id)
      VALUES (${crypto.randomUUID()}::uuid, ${authorId}::uuid, ${gymId}::uuid, ${trainerId}::uuid)
      ON CONFLICT DO NOTHING RETURNING id`;
    if (created[0]) return { reviewId: created[0].id, isNew: true };
  }
}

/** Prevents a merge until the review exists. @returns false when the place does not exist */
async function holdPlace(tx: Tx, { gymId, trainerId }: Target): Promise<boolean> {
  const held = trainerId
    ? await tx.$queryRaw<unknown[]>`
        SELECT trainer.id FROM gym JOIN trainer ON trainer.gym_id = gym.id
         WHERE gym.id = ${gymId}::uuid AND trainer.id = ${trainerId}::uuid FOR KEY SHARE`
    : await tx.$queryRaw<unknown[]>`SELECT id FROM gym WHERE id = ${gymId}::uuid FOR KEY SHARE`;
  return held.length > 0;
}

async function supersede(tx: Tx, reviewId: string): Promise<void> {
  await tx.reviewRevision.updateMany({
    where: { reviewId, status: { in: ["PENDING", "HELD", "FAILED"] } },
    data: { status: "SUPERSEDED", leaseUntil: null },
  });
  // A published text keeps its item (it was reported), even while its edit waits.
  await tx.$queryRaw`
    WITH closed AS (
      UPDATE moderation_item item SET closed_at = now()
        FROM review_revision revision JOIN review ON review.id = revision.review_id
       WHERE item.revision_id = revision.id AND review.id = ${reviewId}::uuid AND item.closed_at IS NULL
         AND review.published_revision_id IS DISTINCT FROM revision.id
      RETURNING revision.id
    )
    SELECT pg_notify(${deskChannel}, id::text)::text AS told FROM closed`;
}

const idsOf = ({ gymId, trainerId }: Target) => ({ gymId, trainerId });

function findLatest(db: Tx, review: { id: string } | ({ authorId: UserId } & Target)) {
  return db.reviewRevision.findFirst({
    where: { review },
    orderBy: { number: "desc" },
    select: { id: true, reviewId: true, number: true, stars: true, body: true },
  });
}

const says = (revision: { stars: number; body: string }, { stars, body }: Draft) =>
  revision.stars === stars && revision.body === body;

const toSaved = ({ id, reviewId }: { id: string; reviewId: string }) => ({
  reviewId,
  revisionId: id,
  isNew: false,
});
