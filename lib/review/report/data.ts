import "server-only";

import { z } from "zod";

import { findReviewingBan } from "../../account/people-suspension.ts";
import type { UserId } from "../../auth/user-id.ts";
import { prisma } from "../../db.ts";
import type { ReportOutcome } from "../../generated/prisma/enums.ts";

const reportsPerPage = 20;

const named = { slug: true, name: true, nameEn: true } as const;

export async function findReportable(input: { gymSlug: string; reviewId: string; viewerId: UserId | null }) {
  const { gymSlug, reviewId, viewerId } = input;
  if (!z.guid().safeParse(reviewId).success) return null;
  const review = await prisma.review.findFirst({
    where: { id: reviewId, gym: { slug: gymSlug } },
    select: {
      authorId: true,
      author: { select: { name: true } },
      gym: { select: named },
      trainer: { select: named },
      publishedRevision: { select: { id: true, stars: true, body: true, locale: true } },
      reports: {
        where: viewerId ? { reporterId: viewerId } : { id: { in: [] } },
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { id: true, revisionId: true },
      },
    },
  });
  const [report] = review?.reports ?? [];
  const revision = review?.publishedRevision;
  if (!review || (!revision && !report)) return null;

  const { gym, trainer, author, authorId } = review;
  const about = { gym, trainer, authorName: author.name };
  if (!revision || report?.revisionId === revision.id)
    return { ...about, obstacle: "ALREADY_REPORTED" } as const;
  if (authorId === viewerId) return { ...about, obstacle: "OWN_REVIEW" } as const;
  if (viewerId && (await findReviewingBan(viewerId))) return { ...about, obstacle: "NOT_ALLOWED" } as const;
  return { ...about, obstacle: null, revision };
}

export type ReportState = "OPEN" | "CHANGED" | ReportOutcome;

/** Newest first. `before` is the id of a report: a keyset page. */
export async function listOwnReports({
  reporterId,
  before,
}: {
  reporterId: UserId;
  before?: string | undefined;
}) {
  const cursor = before
    ? await prisma.report.findFirst({
        where: { id: before, reporterId },
        select: { id: true, createdAt: true },
      })
    : null;
  const rows = await prisma.report.findMany({
    where: {
      reporterId,
      ...(cursor && {
        OR: [{ createdAt: { lt: cursor.createdAt } }, { createdAt: cursor.createdAt, id: { lt: cursor.id } }],
      }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: reportsPerPage + 1,
    select: {
      id: true,
      reason: true,
      text: true,
      createdAt: true,
      outcome: true,
      decidedAt: true,
      revision: { select: { status: true, publishedIn: { select: { id: true } } } },
      review: { select: { gym: { select: named }, trainer: { select: named } } },
    },
  });
  const page = rows.slice(0, reportsPerPage);
  const reports = page.map(({ revision, review, outcome, ...report }) => ({
    ...report,
    ...review,
    state: stateOf(outcome, revision),
  }));
  return { reports, nextBefore: rows.length > reportsPerPage ? page.at(-1)!.id : null };
}

export type OwnReport = Awaited<ReturnType<typeof listOwnReports>>["reports"][number];

function stateOf(
  outcome: ReportOutcome | null,
  { status, publishedIn }: { status: string; publishedIn: { id: string } | null },
): ReportState {
  if (outcome) return outcome;
  if (status === "REJECTED") return "UPHELD";
  return status === "SUPERSEDED" || (status === "APPROVED" && !publishedIn) ? "CHANGED" : "OPEN";
}
