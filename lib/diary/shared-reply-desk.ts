import "server-only";

import { fromPrisma } from "pg-boss";

import { appendAudit } from "../audit/append-audit.ts";
import type { UserId } from "../auth/user-id.ts";
import { findDataKey } from "../crypto/data-key.ts";
import { prisma } from "../db.ts";
import type { Tone } from "./schema.ts";
import { openShared } from "./shared-reply-seal.ts";

/** Nothing here names the member. */

const sharedRepliesPerPage = 20;

export type SharedReplyLine = { replyId: string; tone: Tone; sharedAt: Date };

export async function listSharedReplies(page: number) {
  const count = await prisma.sharedReply.count();
  const pageCount = Math.max(1, Math.ceil(count / sharedRepliesPerPage));
  const shown = Math.min(page, pageCount);
  const rows = await prisma.sharedReply.findMany({
    orderBy: [{ sharedAt: "desc" }, { replyId: "desc" }],
    skip: (shown - 1) * sharedRepliesPerPage,
    take: sharedRepliesPerPage,
    select: { replyId: true, sharedAt: true, source: { select: { tone: true } } },
  });
  const lines: SharedReplyLine[] = rows.map(({ replyId, sharedAt, source }) => ({
    replyId,
    sharedAt,
    tone: source.tone,
  }));
  return { lines, count, page: shown, pageCount };
}

/** Whether a reply is shared now. It is not opened. */
export async function isShared(replyId: string): Promise<boolean> {
  return (await prisma.sharedReply.count({ where: { replyId } })) > 0;
}

/**
 * Opens a shared reply. The audit log entry is written first.
 * @returns null when it is not shared (any more)
 */
export async function readSharedReply({ adminId, replyId }: { adminId: UserId; replyId: string }) {
  const row = await prisma.$transaction(async (tx) => {
    const found = await tx.sharedReply.findUnique({
      where: { replyId },
      include: { source: { select: { tone: true } } },
    });
    if (found)
      await appendAudit(fromPrisma(tx), {
        actorId: adminId,
        kind: "SHARED_REPLY_READ",
        subjectId: replyId,
        data: {},
      });
    return found;
  });
  const key = row && (await findDataKey(row.authorId));
  if (!key) return null;
  const { tone } = row.source;
  return { tone, sharedAt: row.sharedAt, ...openShared(key, row, row) };
}
