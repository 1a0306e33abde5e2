import "server-only";

import { type PgBoss, fromPrisma } from "pg-boss";

import type { UserId } from "../../auth/user-id.ts";
import { type Tx, prisma } from "../../db.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { createNotice } from "../../notice/create-notice.ts";
import { type Result, err, ok } from "../../result.ts";
import type { MessageError } from "./schema.ts";
import { deskChannel } from "../revision/review-channel.ts";

type Sent<E extends MessageError> = Result<{ messageId: string }, E>;

/** Notifies the author. Idempotent: the same text again returns the same question. */
export async function askAuthor(input: {
  moderatorId: UserId;
  appealId: string;
  text: string;
}): Promise<Sent<"NOT_FOUND" | "CLOSED" | "NOT_ALLOWED">> {
  const { moderatorId, appealId, text } = input;
  const jobs = await jobQueue();
  return prisma.$transaction(async (tx) => {
    const appeal = await lockAppeal(tx, { appealId, writerId: moderatorId });
    if (!appeal) return err("NOT_FOUND");
    if (moderatorId === appeal.authorId || moderatorId === appeal.judgeId) return err("NOT_ALLOWED");
    if (!appeal.isOpen) return err("CLOSED");
    const question = await write(tx, appeal, { isFromModerator: true, writerId: moderatorId, text });
    await tellAuthorOf(tx, jobs, appeal, question);
    return ok(question);
  });
}

/** Idempotent: the same text again returns the same answer. */
export async function answerModerator(input: {
  authorId: UserId;
  appealId: string;
  text: string;
}): Promise<Sent<"NOT_FOUND" | "CLOSED" | "NOT_ASKED">> {
  const { authorId, appealId, text } = input;
  return prisma.$transaction(async (tx) => {
    const appeal = await lockAppeal(tx, { appealId, writerId: authorId });
    if (appeal?.authorId !== authorId) return err("NOT_FOUND");
    if (!appeal.isOpen) return err("CLOSED");
    const last = await findLast(tx, appealId);
    if (!last || (!last.isFromModerator && last.text !== text)) return err("NOT_ASKED");
    return ok(await write(tx, appeal, { isFromModerator: false, writerId: authorId, text }));
  });
}

type LockedAppeal = {
  id: string;
  revisionId: string;
  authorId: string;
  judgeId: string | null;
  isOpen: boolean;
};

/** Lock order of a deletion: members, then the appeal. Both sides' messages wait here for each other. */
async function lockAppeal(tx: Tx, { appealId, writerId }: { appealId: string; writerId: UserId }) {
  await tx.$queryRaw`SELECT id FROM member WHERE id = ${writerId}::uuid FOR KEY SHARE`;
  await tx.$queryRaw`SELECT id FROM appeal WHERE id = ${appealId}::uuid FOR NO KEY UPDATE`;
  const rows = await tx.$queryRaw<LockedAppeal[]>`
    SELECT appeal.id, verdict.revision_id AS "revisionId", appeal.author_id AS "authorId",
           verdict.moderator_id AS "judgeId",
           appeal.outcome IS NULL AND EXISTS (
             SELECT FROM moderation_item WHERE revision_id = verdict.revision_id AND closed_at IS NULL) AS "isOpen"
      FROM appeal JOIN verdict ON verdict.id = appeal.verdict_id
     WHERE appeal.id = ${appealId}::uuid`;
  return rows[0];
}

async function tellAuthorOf(
  tx: Tx,
  jobs: PgBoss,
  { revisionId, authorId }: LockedAppeal,
  { messageId }: { messageId: string },
) {
  const named = { select: { slug: true, name: true, nameEn: true } };
  const { review } = await tx.reviewRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { review: { select: { id: true, gym: named, trainer: named } } },
  });
  const { id: reviewId, gym, trainer } = review;
  await createNotice(fromPrisma(tx), jobs, {
    memberId: authorId,
    eventKey: `question:${messageId}`,
    kind: "APPEAL_ASKED",
    data: { reviewId, gym, trainer },
  });
}

const findLast = (tx: Tx, appealId: string) =>
  tx.appealMessage.findFirst({
    where: { appealId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, isFromModerator: true, text: true },
  });

async function write(
  tx: Tx,
  appeal: LockedAppeal,
  message: { isFromModerator: boolean; writerId: UserId; text: string },
): Promise<{ messageId: string }> {
  const last = await findLast(tx, appeal.id);
  if (last?.isFromModerator === message.isFromModerator && last.text === message.text)
    return { messageId: last.id };
  const { id: messageId } = await tx.appealMessage.create({
    data: { appealId: appeal.id, ...message },
    select: { id: true },
  });
  await fromPrisma(tx).executeSql("SELECT pg_notify($1, $2)::text", [deskChannel, appeal.revisionId]);
  return { messageId };
}
