import "server-only";

import type { UserId } from "../../auth/user-id.ts";
import { prisma } from "../../db.ts";
import { undoSeconds } from "../revision/notify-author-queue.ts";
import type { Warning } from "./warn-author.ts";

const shownWarnings = 20;

/** For moderators: newest first, including undone ones. */
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

/** For the member: only current warnings, after the time for undo, without the moderator. */
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
