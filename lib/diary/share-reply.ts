import "server-only";

import { randomUUID } from "node:crypto";

import type { UserId } from "../auth/user-id.ts";
import { findDataKey } from "../crypto/data-key.ts";
import { prisma } from "../db.ts";
import { openEntryBody } from "./entry-data.ts";
import { fromDbDate } from "../time/local-date.ts";
import { mayWriteVersions } from "../servers/envelope-format.ts";
import { openReplyText } from "./reply-data.ts";
import type { Tone } from "./schema.ts";
import { sealShared } from "./shared-reply-seal.ts";

type OwnReply = { authorId: UserId; replyId: string };

/**
 * Copies a reply with a thumb down and its page for the team, as both are now. A reply that is shared already keeps
 * its first copy.
 * @returns false when there is no such reply of theirs with a thumb down and some text
 */
export async function shareReply({ authorId, replyId }: OwnReply): Promise<boolean> {
  const key = await findDataKey(authorId);
  if (!key) return false;
  const version = (await mayWriteVersions()) ? randomUUID() : null;
  return prisma.$transaction(async (tx) => {
    // The lock makes a concurrent change of the thumb or deletion of the page wait, and then delete this copy.
    await tx.$queryRaw`SELECT 1 FROM reply WHERE id = ${replyId}::uuid AND author_id = ${authorId}::uuid FOR NO KEY UPDATE`;
    const row = await tx.reply.findFirst({
      where: { id: replyId, authorId, feedback: "DOWN", endedAt: { not: null }, text: { not: null } },
      select: {
        text: true,
        entry: { select: { id: true, body: true, bodyVersion: true, fingerprint: true } },
      },
    });
    if (!row?.text) return false;
    const texts = {
      entry: openEntryBody(key, { authorId, ...row.entry }),
      reply: openReplyText(key, authorId, replyId, row.text),
    };
    await tx.sharedReply.createMany({
      data: [{ replyId, authorId, ...sealShared(key, { authorId, replyId }, texts, version) }],
      skipDuplicates: true,
    });
    return true;
  });
}

export async function takeBackReply({ authorId, replyId }: OwnReply): Promise<void> {
  await prisma.sharedReply.deleteMany({ where: { replyId, authorId } });
}

export type OwnSharedReply = { replyId: string; date: string; tone: Tone; sharedAt: Date };

export async function listOwnSharedReplies(authorId: UserId): Promise<OwnSharedReply[]> {
  const rows = await prisma.sharedReply.findMany({
    where: { authorId },
    orderBy: [{ sharedAt: "desc" }, { replyId: "desc" }],
    select: {
      replyId: true,
      sharedAt: true,
      source: { select: { tone: true, entry: { select: { date: true } } } },
    },
  });
  return rows.map(({ replyId, sharedAt, source }) => ({
    replyId,
    date: fromDbDate(source.entry.date),
    tone: source.tone,
    sharedAt,
  }));
}
