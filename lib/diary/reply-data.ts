import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { findDataKey } from "../crypto/data-key.ts";
import { type SealingKey, seal, unseal } from "../crypto/seal.ts";
import { openSealed } from "../crypto/open-sealed.ts";
import { prisma } from "../db.ts";
import { toDbDate } from "../time/local-date.ts";
import { type Feedback, type Reply, type ReplyFailure, isRunning } from "./schema.ts";

const textContext = (authorId: string, replyId: string) => ["member", authorId, "reply", replyId, "text"];

export const sealReplyText = (key: SealingKey, authorId: string, replyId: string, text: string) =>
  seal(key, text, textContext(authorId, replyId));

export const openReplyText = (key: SealingKey, authorId: string, replyId: string, sealed: Uint8Array) =>
  unseal(key, sealed, textContext(authorId, replyId)).toString();

export type LogRow = { attempt: number; seq: number; pieces: Uint8Array };

const logContext = (authorId: string, replyId: string, { attempt, seq }: Pick<LogRow, "attempt" | "seq">) => [
  "member",
  authorId,
  "reply",
  replyId,
  "log",
  `${attempt}.${seq}`,
];

/**
 * Seals one row of a reply's log: the pieces since the previous row, kept apart so that a replay has the same frames.
 */
export const sealPieces = (
  key: SealingKey,
  authorId: string,
  replyId: string,
  row: Pick<LogRow, "attempt" | "seq">,
  pieces: string[],
) => seal(key, JSON.stringify(pieces), logContext(authorId, replyId, row));

export const openPieces = (key: SealingKey, authorId: string, replyId: string, row: LogRow) =>
  JSON.parse(unseal(key, row.pieces, logContext(authorId, replyId, row)).toString()) as string[];

/** A piece in the log after which the text begins again: what came before it was a thought. */
export const restartMark = "";

export const textOfPieces = (pieces: string[]) => pieces.slice(pieces.lastIndexOf(restartMark) + 1).join("");

/** Oldest first. A running reply has the text that its log holds so far. */
export async function listReplies({ authorId, date }: { authorId: UserId; date: string }): Promise<Reply[]> {
  const [rows, key] = await Promise.all([
    prisma.reply.findMany({
      where: { authorId, entry: { authorId, date: toDbDate(date) } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      include: { log: { orderBy: { seq: "asc" } }, shared: { select: { replyId: true } } },
    }),
    findDataKey(authorId),
  ]);
  if (!key) return [];

  return rows.map((row) => {
    const { id, tone, status, failure, feedback, createdAt, endedAt } = row;
    const parts = isRunning(status) ? row.log.filter(({ attempt }) => attempt === row.attempt) : [];
    const open = () =>
      row.text
        ? openReplyText(key, authorId, id, row.text)
        : textOfPieces(parts.flatMap((part) => openPieces(key, authorId, id, part)));
    const text = openSealed(open, { replyId: id });
    const isDamaged = text === null && !isRunning(status);
    return {
      id,
      tone,
      status: isDamaged ? "FAILED" : status,
      text: text ?? "",
      failure: isDamaged ? "DAMAGED" : (failure as ReplyFailure | null),
      fingerprint: row.fingerprint,
      isCut: status === "DONE" && row.finishReason === "length",
      feedback,
      isShared: row.shared !== null,
      createdAt: createdAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    };
  });
}

export async function findReplyStatus({ authorId, replyId }: { authorId: UserId; replyId: string }) {
  const row = await prisma.reply.findFirst({ where: { id: replyId, authorId }, select: { status: true } });
  return row?.status ?? null;
}

/** Requests a stop from whichever process writes the reply. False when the reply is not the author's. */
export async function requestStop({
  authorId,
  replyId,
}: {
  authorId: UserId;
  replyId: string;
}): Promise<boolean> {
  const { count } = await prisma.reply.updateMany({
    where: { id: replyId, authorId },
    data: { stopRequestedAt: new Date() },
  });
  return count === 1;
}

/**
 * The team may see a reply only while it has a thumb down, so any other feedback deletes the shared copy. False when
 * the reply is not theirs.
 */
export async function saveFeedback(input: {
  authorId: UserId;
  replyId: string;
  feedback: Feedback;
}): Promise<boolean> {
  const { authorId, replyId, feedback } = input;
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.reply.updateMany({ where: { id: replyId, authorId }, data: { feedback } });
    if (feedback !== "DOWN") await tx.sharedReply.deleteMany({ where: { replyId, authorId } });
    return count === 1;
  });
}
