import "server-only";

import { fromPrisma } from "pg-boss";

import { appendAudit } from "../../audit/append-audit.ts";
import { prisma } from "../../db.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { activeRules } from "../../moderation/policy/rules.ts";
import { currentPolicy } from "../../moderation/policy/data.ts";
import { type Result, err, ok } from "../../result.ts";
import { undoSeconds } from "../revision/notify-author-queue.ts";
import type { UndoWarningError, WarnError } from "./schema.ts";
import { notifyWarningQueue } from "./notify-warning-queue.ts";

export type Warning = {
  id: string;
  rule: string;
  policyVersion: number;
  createdAt: Date;
  undoneAt: Date | null;
  revisionId: string | null;
  moderatorName: string | null;
};

/**
 * Warns a review's author for a text. The notice follows after ten seconds. A text has one current warning: of two
 * moderators at once, the second gets ALREADY_WARNED.
 * @param input.rule a rule of the current policy
 */
export async function warnAuthor(input: {
  moderatorId: string;
  revisionId: string;
  rule: string;
}): Promise<Result<{ warningId: string }, WarnError | "RULE_MISSING">> {
  const { moderatorId, revisionId } = input;
  const policy = await currentPolicy();
  const rule = activeRules(policy).find(({ id }) => id === input.rule)?.id;
  if (rule === undefined) return err("RULE_MISSING");
  const jobs = await jobQueue();
  return prisma.$transaction(async (tx) => {
    // Locks the author before the revision, in a deletion's order: the new row references both.
    const [found] = await tx.$queryRaw<{ memberId: string }[]>`
      SELECT member.id AS "memberId" FROM review_revision revision
        JOIN review ON review.id = revision.review_id JOIN member ON member.id = review.author_id
       WHERE revision.id = ${revisionId}::uuid FOR KEY SHARE OF member`;
    if (!found) return err("NOT_FOUND");
    const { memberId } = found;
    if (memberId === moderatorId) return err("OWN_REVIEW");

    const [warning] = await tx.reviewerWarning.createManyAndReturn({
      data: [{ memberId, revisionId, rule, policyVersion: policy.version, moderatorId }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!warning) return err("ALREADY_WARNED");
    const db = fromPrisma(tx);
    await jobs.send(notifyWarningQueue, { warningId: warning.id }, { db, startAfter: undoSeconds });
    await appendAudit(db, {
      actorId: moderatorId,
      kind: "AUTHOR_WARNED",
      subjectId: memberId,
      data: { warningId: warning.id, revisionId, rule },
    });
    return ok({ warningId: warning.id });
  });
}

/** Any moderator may undo. A member who was notified of the warning is notified of its undo. */
export async function undoWarning(input: {
  moderatorId: string;
  warningId: string;
}): Promise<Result<null, UndoWarningError>> {
  const { moderatorId, warningId } = input;
  const jobs = await jobQueue();
  return prisma.$transaction(async (tx) => {
    const warning = await tx.reviewerWarning.findUnique({
      where: { id: warningId },
      select: { memberId: true },
    });
    if (!warning) return err("NOT_FOUND");
    if (warning.memberId === moderatorId) return err("OWN_REVIEW");
    const { count } = await tx.reviewerWarning.updateMany({
      where: { id: warningId, undoneAt: null },
      data: { undoneAt: new Date(), undoneById: moderatorId },
    });
    if (count === 0) return err("ALREADY_UNDONE");
    const db = fromPrisma(tx);
    await jobs.send(notifyWarningQueue, { warningId }, { db });
    await appendAudit(db, {
      actorId: moderatorId,
      kind: "WARNING_UNDONE",
      subjectId: warning.memberId,
      data: { warningId },
    });
    return ok(null);
  });
}

/** The moderator of a text's current warning. Null without one, or when the moderator's account was deleted. */
export async function findWarner(revisionId: string): Promise<string | null> {
  const warning = await prisma.reviewerWarning.findFirst({
    where: { revisionId, undoneAt: null },
    select: { moderator: { select: { name: true } } },
  });
  return warning?.moderator?.name ?? null;
}
