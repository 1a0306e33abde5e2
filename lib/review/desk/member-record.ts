import "server-only";

import { pool, prisma } from "../../db.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import type { ReportOutcome } from "../../generated/prisma/enums.ts";
import type { RevisionStatus } from "../schema.ts";

const newest = {
  orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  take: 10,
} satisfies Pick<Prisma.VerdictFindManyArgs, "orderBy" | "take">;

export type MemberRecord = Awaited<ReturnType<typeof findMemberRecord>>;

export async function findMemberRecord(memberId: string) {
  const [reviews, reports, actCount, verdicts, recentReports, acts] = await Promise.all([
    countReviews(memberId),
    countReports(memberId),
    prisma.moderatorAct.count({ where: { moderatorId: memberId } }),
    listVerdicts(memberId),
    listReports(memberId),
    listActs(memberId),
  ]);
  return { reviews, reports, actCount, verdicts, recentReports, acts };
}

const gym = { select: { slug: true, name: true, nameEn: true } } as const;

async function countReviews(memberId: string) {
  const { rows } = await pool.query<{ status: RevisionStatus; count: number; published: number }>(
    `SELECT latest.status, count(*)::int AS count, count(review.published_revision_id)::int AS published
       FROM review
       JOIN LATERAL (SELECT status FROM review_revision WHERE review_id = review.id
                      ORDER BY number DESC LIMIT 1) latest ON true
      WHERE review.author_id = $1 GROUP BY 1 ORDER BY 1`,
    [memberId],
  );
  return {
    byStatus: rows.map(({ status, count }) => ({ status, count })),
    published: rows.reduce((sum, { published }) => sum + published, 0),
  };
}

async function countReports(memberId: string) {
  const groups = await prisma.report.groupBy({
    by: ["outcome"],
    where: { reporterId: memberId },
    _count: true,
  });
  const count = (outcome: ReportOutcome | null) => groups.find((one) => one.outcome === outcome)?._count ?? 0;
  return { open: count(null), upheld: count("UPHELD"), dismissed: count("DISMISSED") };
}

async function listVerdicts(memberId: string) {
  return prisma.verdict.findMany({
    where: { undoneAt: null, revision: { review: { authorId: memberId } } },
    ...newest,
    select: {
      id: true,
      revisionId: true,
      decision: true,
      decidedBy: true,
      rule: true,
      createdAt: true,
      moderator: { select: { id: true, name: true } },
      revision: { select: { review: { select: { gym } } } },
    },
  });
}

async function listReports(memberId: string) {
  return prisma.report.findMany({
    where: { reporterId: memberId },
    ...newest,
    select: {
      id: true,
      revisionId: true,
      reason: true,
      outcome: true,
      createdAt: true,
      review: { select: { gym } },
    },
  });
}

async function listActs(memberId: string) {
  return prisma.moderatorAct.findMany({
    where: { moderatorId: memberId },
    ...newest,
    select: {
      id: true,
      kind: true,
      revisionId: true,
      createdAt: true,
      undoneAt: true,
      revision: { select: { review: { select: { gym } } } },
    },
  });
}
