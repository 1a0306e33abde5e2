// Random events on reviews, run against the database and against a small in-memory model without locks, leases or
// transactions. Both must agree.
import { expect } from "vitest";

import type { UserId } from "../lib/auth/user-id.ts";
import { pool, prisma } from "../lib/db.ts";
import { textHash } from "../lib/moderation/patterns/normalise.ts";
import { appealRejection } from "../lib/review/appeal/appeal-rejection.ts";
import { type Claim, claimRevisions, renewClaims } from "../lib/review/judging/claim-revisions.ts";
import { deleteReview } from "../lib/review/delete-review.ts";
import { listOwnReviews } from "../lib/review/own-reviews.ts";
import type { RevisionStatus } from "../lib/review/schema.ts";
import { nextAttempt } from "../lib/review/revision/attempt.ts";
import { retryNow } from "../lib/review/judging/retry-failed.ts";
import { settleRevision } from "../lib/review/judging/settle-revision.ts";
import { type Place, approval, failure, hold, lapse, rejection, submit } from "./review-scene.ts";
import { randomFrom } from "./seeded-random.ts";

type Revision = {
  id: string;
  text: string;
  stars: number;
  status: RevisionStatus;
  attempt: number;
  isDue: boolean;
  isLeased: boolean;
  verdictId: string | null;
  isAppealed: boolean;
  hasItem: boolean;
};
type Slot = {
  authorId: UserId;
  trainerSlug: string;
  reviewId: string | null;
  revisions: Revision[];
  publishedId: string | null;
};

const outcomes = { APPROVED: approval, REJECTED: rejection, HELD: hold, FAILED: failure } as const;

export type Walk = {
  random: ReturnType<typeof randomFrom>;
  place: Place;
  stranger: UserId;
  slots: Slot[];
  /** Claims that a judge believes to hold, including lost ones. */
  claims: Claim[];
  told: number;
  texts: number;
};

/** The first member is the stranger. Each other one may review the place and its trainer. */
export function startWalk(seed: number, place: Place, [stranger, ...authors]: [UserId, ...UserId[]]): Walk {
  const slots = authors.flatMap((authorId) =>
    ["", place.trainerSlug].map((trainerSlug) => {
      return { authorId, trainerSlug, reviewId: null, revisions: [], publishedId: null };
    }),
  );
  return { random: randomFrom(seed), place, stranger, slots, claims: [], told: 0, texts: 0 };
}

const revisionsOf = ({ slots }: Walk) => slots.flatMap(({ revisions }) => revisions);
const findIn = (walk: Walk, id: string) => revisionsOf(walk).find((revision) => revision.id === id);

async function sendDraft(walk: Walk, slot: Slot) {
  const latest = slot.revisions.at(-1);
  const isStale = latest !== undefined && walk.random.below(5) === 0;
  const base = isStale ? (slot.revisions.at(-2)?.id ?? "") : (latest?.id ?? "");
  // Sometimes an equal text of others: such texts are judged together.
  const text = `꾸준히 다니기 좋은 곳. ${walk.place.gymId} ${walk.random.below(3) ? `${(walk.texts += 1)}번` : "같은 글"}`;
  const stars = 1 + walk.random.below(5);
  const result = await submit({ ...walk.place, ...slot }, { ...slot, base, body: text, stars });

  if (latest && latest.text === text && latest.stars === stars) {
    expect(result).toMatchObject({ ok: true, data: { revisionId: latest.id, isNew: false } });
    return;
  }
  if (isStale) {
    expect(result).toMatchObject({ ok: false, error: "CONFLICT", latest: { revisionId: latest.id } });
    return;
  }
  if (!result.ok) throw new Error(result.error);
  slot.reviewId ??= result.data.reviewId;
  expect(result.data).toMatchObject({ reviewId: slot.reviewId, isNew: true });
  for (const revision of slot.revisions) {
    if (["PENDING", "HELD", "FAILED"].includes(revision.status)) revision.status = "SUPERSEDED";
    Object.assign(revision, { isLeased: false, hasItem: false });
  }
  slot.revisions.push({
    id: result.data.revisionId,
    text,
    stars,
    status: "PENDING",
    attempt: 0,
    isDue: false,
    isLeased: false,
    verdictId: null,
    isAppealed: false,
    hasItem: false,
  });
}

async function sendAgain(walk: Walk, slot: Slot) {
  const latest = slot.revisions.at(-1);
  if (!latest) return;
  const base = walk.random.pick(slot.revisions)!.id;
  const result = await submit(
    { ...walk.place, ...slot },
    { ...slot, base, body: latest.text, stars: latest.stars },
  );
  expect(result).toMatchObject({ ok: true, data: { revisionId: latest.id, isNew: false } });
}

async function deleteOne(walk: Walk, slot: Slot) {
  if (!slot.reviewId) return;
  const reviewId = slot.reviewId;
  expect(await deleteReview({ authorId: walk.stranger, reviewId })).toBe(false);
  expect(await deleteReview({ authorId: slot.authorId, reviewId })).toBe(true);
  Object.assign(slot, { reviewId: null, revisions: [], publishedId: null });
}

async function claimNext(walk: Walk) {
  const waiting = revisionsOf(walk).filter(
    ({ status, isDue, isLeased }) => (status === "PENDING" || (status === "FAILED" && isDue)) && !isLeased,
  );
  const isTwinLeased = ({ text }: Revision) =>
    revisionsOf(walk).some((twin) => twin.isLeased && textHash(twin.text) === textHash(text));
  const free = waiting.filter((revision) => !isTwinLeased(revision));

  const next = await claimRevisions({ mayCallModel: true });
  const claims = next && "claims" in next ? next.claims : [];
  // A renewed lease no longer indicates a starting model call, so the next claim need not wait half a second.
  await renewClaims(claims);
  expect(claims.length > 0).toBe(free.length > 0);
  for (const claim of claims) {
    const revision = free.find(({ id }) => id === claim.revisionId);
    expect(claim).toMatchObject({ attempt: revision!.attempt + 1, body: revision!.text });
    Object.assign(revision!, { attempt: claim.attempt, isLeased: true });
  }
  walk.claims.push(...claims);
}

async function settleOne(walk: Walk) {
  const claim = walk.random.pick(walk.claims);
  if (!claim) return;
  const status = walk.random.pick(["APPROVED", "APPROVED", "REJECTED", "HELD", "FAILED"] as const)!;
  const revision = findIn(walk, claim.revisionId);
  const mayBeHeld = revision?.status === "PENDING" || revision?.status === "FAILED";
  const isHeld = mayBeHeld && revision.attempt === claim.attempt;
  expect(await settleRevision(claim, outcomes[status])).toBe(isHeld);
  if (!revision || !isHeld) return;

  const verdict = await prisma.verdict.findFirst({ where: { revisionId: revision.id } });
  // A failure is notified once.
  if (!(status === "FAILED" && revision.status === "FAILED")) walk.told += 1;
  Object.assign(revision, { status, isDue: false, isLeased: false, verdictId: verdict?.id ?? null });
  revision.hasItem = status === "HELD" || status === "FAILED";
  if (status === "FAILED") revision.attempt = nextAttempt(revision.attempt);
  const slot = walk.slots.find(({ revisions }) => revisions.includes(revision))!;
  if (status === "APPROVED") slot.publishedId = revision.id;
}

async function letFailedBeTried(walk: Walk) {
  await retryNow();
  for (const revision of revisionsOf(walk)) if (revision.status === "FAILED") revision.isDue = true;
}

/** A judge dies or is suspended. Its claim stays in the list, because it may continue later. */
async function lapseOne(walk: Walk) {
  const leased = walk.random.pick(revisionsOf(walk).filter(({ isLeased }) => isLeased));
  if (!leased) return;
  await lapse(leased.id);
  leased.isLeased = false;
}

async function appealOne(walk: Walk, slot: Slot) {
  const revision = walk.random.pick(slot.revisions.filter(({ verdictId }) => verdictId));
  if (!revision) return;
  const appeal = { verdictId: revision.verdictId!, text: "욕을 쓴 적이 없어요. 다시 봐 주세요." };
  expect(await appealRejection({ authorId: walk.stranger, ...appeal })).toEqual({
    ok: false,
    error: "NOT_FOUND",
  });
  const result = await appealRejection({ authorId: slot.authorId, ...appeal });
  const mayAppeal = revision === slot.revisions.at(-1) && revision.status === "REJECTED";
  if (revision.isAppealed) expect(result).toMatchObject({ ok: true });
  else if (!mayAppeal) expect(result).toEqual({ ok: false, error: "NOT_APPEALABLE" });
  else {
    expect(result).toMatchObject({ ok: true });
    Object.assign(revision, { isAppealed: true, hasItem: true });
  }
}

/** Every living judge renews. Renewing a lost claim has no effect. */
async function renewAll(walk: Walk) {
  const isHeld = (claim: Claim) => findIn(walk, claim.revisionId)?.isLeased ?? false;
  await renewClaims(walk.claims.filter(isHeld));
}

export async function takeStep(walk: Walk) {
  await renewAll(walk);
  const slot = walk.random.pick(walk.slots)!;
  const acts = [
    () => sendDraft(walk, slot),
    () => sendDraft(walk, slot),
    () => sendAgain(walk, slot),
    () => deleteOne(walk, slot),
    () => claimNext(walk),
    () => claimNext(walk),
    () => claimNext(walk),
    () => letFailedBeTried(walk),
    () => settleOne(walk),
    () => settleOne(walk),
    () => settleOne(walk),
    () => lapseOne(walk),
    () => appealOne(walk, slot),
  ];
  await walk.random.pick(acts)!();
}

export async function compareWalk(walk: Walk) {
  const { rows } = await pool.query(
    `SELECT revision.id, revision.status, revision.attempt, coalesce(revision.lease_until > now(), false) AS "isLeased",
            review.published_revision_id = revision.id IS TRUE AS "isPublished",
            (SELECT count(*)::int FROM verdict WHERE revision_id = revision.id) AS verdicts,
            (SELECT count(*)::int FROM moderation_item WHERE revision_id = revision.id AND closed_at IS NULL) AS items
       FROM review_revision revision JOIN review ON review.id = revision.review_id
      WHERE review.gym_id = $1`,
    [walk.place.gymId],
  );
  const published = new Set(walk.slots.map(({ publishedId }) => publishedId));
  const expected = revisionsOf(walk).map((revision) => ({
    id: revision.id,
    status: revision.status,
    attempt: revision.attempt,
    isLeased: revision.isLeased,
    isPublished: published.has(revision.id),
    verdicts: revision.verdictId ? 1 : 0,
    items: revision.hasItem ? 1 : 0,
  }));
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  const memberIds = walk.slots.map(({ authorId }) => authorId);
  const told = await prisma.notice.count({ where: { memberId: { in: memberIds } } });
  return {
    actual: { revisions: rows.toSorted(byId), told },
    expected: { revisions: expected.toSorted(byId), told: walk.told },
  };
}

export async function findOwn(slot: Slot) {
  const shown = await listOwnReviews(slot.authorId);
  return shown.find(({ trainer }) => (trainer?.slug ?? "") === slot.trainerSlug);
}

export function expectedOwn(walk: Walk, { reviewId, revisions, publishedId }: Slot) {
  const latest = revisions.at(-1);
  if (!reviewId || !latest) return undefined;
  const { id: revisionId, status, text: body, stars, verdictId } = latest;
  const isRejected = status === "REJECTED";
  return expect.objectContaining({
    reviewId,
    latest: expect.objectContaining({ revisionId, status, body, stars }),
    isPublished: publishedId !== null,
    published: publishedId ? expect.objectContaining({ body: findIn(walk, publishedId)?.text }) : null,
    reasons: isRejected ? expect.objectContaining({ verdictId, rule: "profanity", isAutomatic: true }) : null,
    canAppeal: isRejected && !latest.isAppealed,
  });
}
