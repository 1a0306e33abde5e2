import "server-only";

import { fromPrisma } from "pg-boss";

import type { UserId } from "../../auth/user-id.ts";
import { type Tx, prisma } from "../../db.ts";
import { type Result, err, ok } from "../../result.ts";
import { deskChannel } from "../revision/review-channel.ts";
import { rankItem } from "../revision/item-rank.ts";

type Appealed = Result<{ appealId: string }, "NOT_FOUND" | "ALREADY_APPEALED" | "NOT_APPEALABLE">;

/**
 * One appeal for each revision, unless it was granted and the revision was rejected again. Sending the same text again
 * returns the same appeal.
 */
export async function appealRejection(input: {
  authorId: UserId;
  verdictId: string;
  text: string;
}): Promise<Appealed> {
  const { authorId, verdictId, text } = input;
  return prisma.$transaction(async (tx): Promise<Appealed> => {
    const found = await lockRevision(tx, { authorId, verdictId });
    if (!found) return err("NOT_FOUND");

    const { revisionId, reviewId } = found;
    const earlier = await tx.appeal.findFirst({
      where: {
        verdict: { revisionId, undoneAt: null },
        // A granted appeal does not prevent an appeal against a later rejection.
        OR: [{ verdictId }, { outcome: null }, { outcome: "UPHELD" }],
      },
      select: { id: true, verdictId: true, text: true },
    });
    if (earlier)
      return earlier.verdictId === verdictId && earlier.text === text
        ? ok({ appealId: earlier.id })
        : err("ALREADY_APPEALED");
    if (!(await isStandingRejection(tx, { reviewId, revisionId, verdictId }))) return err("NOT_APPEALABLE");

    const appeal = await tx.appeal.create({ data: { verdictId, authorId, text }, select: { id: true } });
    // Keep the existing open item.
    await tx.$executeRaw`
      INSERT INTO moderation_item (id, revision_id, reason, gym_id, locale, category, decided_by)
      SELECT ${crypto.randomUUID()}::uuid, revision.id, 'APPEALED', review.gym_id, revision.locale, verdict.rule,
             verdict.decided_by
        FROM verdict
        JOIN review_revision revision ON revision.id = verdict.revision_id
        JOIN review ON review.id = revision.review_id
       WHERE verdict.id = ${verdictId}::uuid
          ON CONFLICT DO NOTHING`;
    await rankItem(fromPrisma(tx), revisionId);
    await fromPrisma(tx).executeSql("SELECT pg_notify($1, $2)::text", [deskChannel, revisionId]);
    return ok({ appealId: appeal.id });
  });
}

/**
 * Locks the member, then the review: the order that a deletion uses. Edits, deletions and verdicts wait for this lock.
 */
async function lockRevision(tx: Tx, { authorId, verdictId }: { authorId: UserId; verdictId: string }) {
  await tx.$queryRaw`SELECT id FROM member WHERE id = ${authorId}::uuid FOR KEY SHARE`;
  const rows = await tx.$queryRaw<{ revisionId: string; reviewId: string }[]>`
    SELECT revision.id AS "revisionId", review.id AS "reviewId"
      FROM verdict
      JOIN review_revision revision ON revision.id = verdict.revision_id
      JOIN review ON review.id = revision.review_id
     WHERE verdict.id = ${verdictId}::uuid AND review.author_id = ${authorId}::uuid
       FOR UPDATE OF review`;
  return rows[0];
}

type Rejection = { reviewId: string; revisionId: string; verdictId: string };

async function isStandingRejection(tx: Tx, { reviewId, revisionId, verdictId }: Rejection) {
  const latest = await tx.reviewRevision.findFirst({
    where: { reviewId },
    orderBy: { number: "desc" },
    select: {
      id: true,
      status: true,
      verdicts: {
        where: { undoneAt: null },
        orderBy: { attempt: "desc" },
        take: 1,
        select: { id: true, decision: true },
      },
    },
  });
  const [verdict] = latest?.verdicts ?? [];
  return (
    latest?.id === revisionId &&
    latest.status === "REJECTED" &&
    verdict?.id === verdictId &&
    verdict.decision === "REJECT"
  );
}
