import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { prisma } from "../db.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { AppealOutcome, DecidedBy } from "../generated/prisma/enums.ts";
import { type BrokenRule, brokenRulesSchema } from "../moderation/broken-rule.ts";
import type { RevisionStatus } from "./schema.ts";

/** A moderator's question about an appeal, or the author's answer to one. */
type AppealMessage = { id: string; isFromModerator: boolean; text: string; createdAt: Date };

type Named = { slug: string; name: string; nameEn: string | null };

/** A review as its author sees it. */
export type OwnReview = {
  reviewId: string;
  gym: Named;
  trainer: Named | null;
  latest: {
    revisionId: string;
    stars: number;
    body: string;
    status: RevisionStatus;
    createdAt: Date;
    decidedAt: Date | null;
  };
  isPublished: boolean;
  /** What everyone sees; while an edit is checked, not the latest. */
  published: { stars: number; body: string } | null;
  /** The statement of reasons, when the latest revision was rejected. */
  reasons: {
    verdictId: string;
    decidedBy: DecidedBy;
    /** Of the policy of that version (`findRule`). */
    rule: string | null;
    policyVersion: number;
    /** The words it rests on, as they stand in the text. */
    evidence: string[];
    /** What else is to be mended before it can be published. */
    alsoBroken: BrokenRule[];
    isAutomatic: boolean;
    note: string | null;
  } | null;
  /** Whether it is held because members reported it. */
  isReported: boolean;
  /** Whether it is held because members reported the one in whose place it stands, which its author deleted. */
  isRewritten: boolean;
  /** The author's answer to it, and what was said about that until it was decided, oldest first. */
  appeal: {
    id: string;
    text: string;
    createdAt: Date;
    outcome: AppealOutcome | null;
    answer: string | null;
    messages: AppealMessage[];
  } | null;
  canAppeal: boolean;
};

/** Whether a moderator waits for the author to answer. */
export const isAsked = (appeal: NonNullable<OwnReview["appeal"]>) =>
  !appeal.outcome && appeal.messages.at(-1)?.isFromModerator === true;

/** The author's reviews of a gym and of its trainers, the gym's own first. */
export async function findOwnReviews({ authorId, gymId }: { authorId: UserId; gymId: string }) {
  const rows = await prisma.review.findMany({
    where: { authorId, gymId },
    select: ownReviewColumns,
    orderBy: [{ trainerId: { sort: "asc", nulls: "first" } }],
  });
  return rows.map(toOwnReview);
}

/** Whether the author has a review of that gym (null for the trainer) or of that trainer, whatever its state. */
export async function hasReviewOf(place: { authorId: UserId; gymId: string; trainerId: string | null }) {
  return (await prisma.review.findFirst({ where: place, select: { id: true } })) !== null;
}

/** All of the author's reviews, newest first. There are no more of them than gyms and trainers. */
export async function listOwnReviews(authorId: UserId) {
  const rows = await prisma.review.findMany({
    where: { authorId },
    select: ownReviewColumns,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map(toOwnReview);
}

const named = { slug: true, name: true, nameEn: true } as const;

const ownReviewColumns = {
  id: true,
  gym: { select: named },
  trainer: { select: named },
  firstPublishedAt: true,
  publishedRevision: { select: { stars: true, body: true } },
  revisions: {
    orderBy: { number: "desc" },
    take: 1,
    select: {
      id: true,
      stars: true,
      body: true,
      status: true,
      createdAt: true,
      decidedAt: true,
      verdicts: {
        where: { undoneAt: null },
        orderBy: { attempt: "desc" },
        select: {
          id: true,
          decision: true,
          decidedBy: true,
          rule: true,
          policyVersion: true,
          evidence: true,
          alsoBroken: true,
          note: true,
          holdReason: true,
          appeal: {
            select: {
              id: true,
              text: true,
              createdAt: true,
              outcome: true,
              answer: true,
              messages: {
                orderBy: [{ createdAt: "asc" }, { id: "asc" }],
                select: { id: true, isFromModerator: true, text: true, createdAt: true },
              },
            },
          },
        },
      },
    },
  },
} satisfies Prisma.ReviewSelect;

function toOwnReview(row: Prisma.ReviewGetPayload<{ select: typeof ownReviewColumns }>): OwnReview {
  const [revision] = row.revisions;
  // A review is written together with its first revision, and revisions only go with it.
  if (!revision) throw new Error(`review ${row.id} has no revision`);
  const { id: revisionId, verdicts, ...latest } = revision;
  const [verdict] = verdicts;
  const rejection = latest.status === "REJECTED" && verdict?.decision === "REJECT" ? verdict : null;
  // Of a rejection that followed one which was granted, the latter says nothing.
  const isAbout = (appeal: { outcome: AppealOutcome | null } | null) =>
    appeal !== null && (!rejection || appeal.outcome !== "OVERTURNED");
  const appeal = verdicts.find((one) => isAbout(one.appeal))?.appeal ?? null;
  const isHeldByReports = latest.status === "HELD" && verdict?.holdReason === "REPORTED";
  // Nobody could have reported what was never shown.
  const wasShown = row.firstPublishedAt !== null;
  return {
    reviewId: row.id,
    gym: row.gym,
    trainer: row.trainer,
    latest: { revisionId, ...latest },
    isPublished: row.publishedRevision !== null,
    published: row.publishedRevision,
    reasons: rejection && {
      verdictId: rejection.id,
      decidedBy: rejection.decidedBy,
      rule: rejection.rule,
      policyVersion: rejection.policyVersion,
      evidence: rejection.evidence,
      alsoBroken: brokenRulesSchema.parse(rejection.alsoBroken),
      isAutomatic: rejection.decidedBy !== "MODERATOR",
      note: rejection.note,
    },
    isReported: isHeldByReports && wasShown,
    isRewritten: isHeldByReports && !wasShown,
    appeal,
    canAppeal: rejection !== null && appeal === null,
  };
}
