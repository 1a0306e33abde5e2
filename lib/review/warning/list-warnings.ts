import "server-only";

import type { UserId } from "../../auth/user-id.ts";
import { prisma } from "../../db.ts";
import { undoSeconds } from "../desk/tell-author-queue.ts";
import type { Warning } from "./warn-author.ts";

const shownWarnings = 20;

/** What a member was warned for, as moderators are shown it: newest first, also what was undone. */
export async function listWarnings(memberId: string): Promise<Warning[]> {
  const rows = await prisma.reviewerWarning.findMany({
    where: { memberId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: shownWarnings,
    select: {
      id: true,
      rule: true,
      policyVersion: true,
      createdAt: true,
      undoneAt: true,
      revisionId: true,
      moderator: { select: { name: true } },
    },
  });
  return rows.map(({ moderator, ...row }) => ({ ...row, moderatorName: moderator?.name ?? null }));
}

/** The warnings that count, as their member reads them: from when they are notified, without who gave them. */
export async function listOwnWarnings(memberId: UserId) {
  return prisma.reviewerWarning.findMany({
    where: { memberId, undoneAt: null, createdAt: { lte: new Date(Date.now() - undoSeconds * 1000) } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: shownWarnings,
    select: {
      id: true,
      rule: true,
      policyVersion: true,
      createdAt: true,
      revision: {
        select: {
          review: {
            select: {
              gym: { select: { name: true, nameEn: true } },
              trainer: { select: { name: true, nameEn: true } },
            },
          },
        },
      },
    },
  });
}
