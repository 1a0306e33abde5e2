import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { prisma } from "../db.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { AppealOutcome, DecidedBy } from "../generated/prisma/enums.ts";
import { type BrokenRule, brokenRulesSchema } from "../moderation/broken-rule.ts";
import type { RevisionStatus } from "./schema.ts";

type AppealMessage = { id: string; isFromModerator: boolean; text: string; createdAt: Date };

type Named = { slug: string; name: string; nameEn: string | null };

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
  /** What everyone sees. Differs from `latest` while an edit is judged. */
  published: { stars: number; body: string } | null;
  reasons: {
    verdictId: string;
    decidedBy: DecidedBy;
    rule: string | null;
    policyVersion: number;
    evidence: string[];
    alsoBroken: BrokenRule[];
    isAutomatic: boolean;
    note: string | null;
  } | null;
  isReported: boolean;
  /** Held because members reported the author's deleted review of the same place. */
  isRewritten: boolean;
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

export const isAsked = (appeal: NonNullable<OwnReview["appeal"]>) =>
  !appeal.outcome && appeal.messages.at(-1)?.isFromModerator === true;

export async function findOwnReviews({ authorId, gymId }: { authorId: UserId; gymId: string }) {
  const rows = await prisma.review.findMany({
    where: { authorId, gymId },
    select: ownReviewColumns,
    orderBy: [{ trainerId: { sort: "asc", nulls: "first" } }],
  });
  return rows.map(toOwnReview);
}

export async function hasReviewOf(place: { authorId: UserId; gymId: string; trainerId: string | null }) {
  return (await prisma.review.findFirst({ where: place, select: { id: true } })) !== null;
}

/** Not paged: there are at most as many as gyms and trainers. */
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
  // A review is inserted with its first revision, and revisions are only deleted with the review.
  if (!revision) throw new Error(`review ${row.id} has no revision`);
  const { id: revisionId, verdicts, ...latest } = revision;
  const [verdict] = verdicts;
  const rejection = latest.status === "REJECTED" && verdict?.decision === "REJECT" ? verdict : null;
  // A granted appeal does not concern a rejection that followed it.
  const isAbout = (appeal: { outcome: AppealOutcome | null } | null) =>
    appeal !== null && (!rejection || appeal.outcome !== "OVERTURNED");
  const appeal = verdicts.find((one) => isAbout(one.appeal))?.appeal ?? null;
  const isHeldByReports = latest.status === "HELD" && verdict?.holdReason === "REPORTED";
  // A text that was never published can not have been reported.
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
