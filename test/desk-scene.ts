import { expect } from "vitest";
import { pool, prisma } from "../lib/db.ts";
import type { UserId } from "../lib/auth/user-id.ts";
import type { Outcome } from "../lib/moderation/judgement.ts";
import { appealRejection } from "../lib/review/appeal/appeal-rejection.ts";
import { settleRevision } from "../lib/review/judging/settle-revision.ts";
import { decideRevision } from "../lib/review/decision/decide.ts";
import type { DecisionKind } from "../lib/review/decision/schema.ts";
import { stateToken } from "../lib/review/revision/state-token.ts";
import { undoAct } from "../lib/review/decision/undo.ts";
import { newMember } from "./new-member.ts";
import { type Scene, claimed, newScene, submitted } from "./review-scene.ts";

export async function newModerator(name = "지우"): Promise<UserId> {
  const id = await newMember({ name });
  await prisma.member.update({ where: { id }, data: { role: "MODERATOR" } });
  return id;
}

/** The state token that a page rendered now would have. */
export async function seenOf(revisionId: string): Promise<string> {
  const { attempt, status, moderationItems } = await prisma.reviewRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { attempt: true, status: true, moderationItems: { where: { closedAt: null } } },
  });
  return stateToken({ attempt, status, itemId: moderationItems[0]?.id ?? null });
}

export type Judged = Scene & { reviewId: string; revisionId: string };

/** A review that got this verdict; null: it waits. With `base` it is an edit. */
export async function judgedReview(
  outcome: Outcome | null,
  { scene, ...draft }: { scene?: Scene; base?: string; stars?: number; trainerSlug?: string } = {},
): Promise<Judged> {
  const place = scene ?? (await newScene());
  const { reviewId, revisionId } = await submitted(place, draft);
  if (outcome) await settleRevision(await claimed(revisionId), outcome);
  return { ...place, reviewId, revisionId };
}

export async function decide(
  moderatorId: string,
  revisionId: string,
  kind: DecisionKind,
  more: { rule?: string; note?: string; batchId?: string } = {},
): Promise<string> {
  const rule = kind === "REJECT" ? { rule: "off-topic" } : {};
  const seen = await seenOf(revisionId);
  const decided = await decideRevision({ moderatorId, revisionId, kind, seen, ...rule, ...more });
  if (!decided.ok) throw new Error(decided.error);
  return decided.data.actId;
}

export async function appealed(review: Judged) {
  const { authorId, revisionId } = review;
  const text = "욕이 아니라 운동 이름이에요. 다시 봐 주세요.";
  const { id: verdictId } = await prisma.verdict.findFirstOrThrow({
    where: { revisionId, undoneAt: null },
    orderBy: { attempt: "desc" },
  });
  const result = await appealRejection({ authorId, verdictId, text });
  if (!result.ok) throw new Error(result.error);
  return { ...review, verdictId, appealId: result.data.appealId };
}

/** By another moderator: any moderator may undo. */
export const undo = async (actId: string) => undoAct({ moderatorId: await newModerator(), actId });
export const undone = async (actId: string) =>
  expect(await undo(actId)).toEqual({ ok: true, data: { actId } });

/**
 * Writes a report and its moderation item without `reportReview`.
 * @returns the reporter's id
 */
export async function report({ gymId, reviewId, revisionId }: Judged): Promise<UserId> {
  const reporterId = await newMember();
  await prisma.report.create({ data: { reviewId, revisionId, reporterId, reason: "fake", counts: true } });
  const open = await prisma.moderationItem.findFirst({ where: { revisionId, closedAt: null } });
  if (!open)
    await prisma.moderationItem.create({
      data: { revisionId, gymId, reason: "REPORTED", locale: "ko", category: "fake" },
    });
  return reporterId;
}

/** All rows about a review, except for the fencing token, which only rises. */
export async function rowsOf({
  reviewId,
  gymId,
  trainerId,
}: {
  reviewId: string;
  gymId: string;
  trainerId: string;
}) {
  const ofReview = "revision_id IN (SELECT id FROM review_revision WHERE review_id = $1)";
  const rowsIn = (table: string, where: string) =>
    `(SELECT jsonb_agg(to_jsonb(t) ORDER BY t.id) FROM ${table} t WHERE ${where})`;
  const { rows } = await pool.query(
    `SELECT ${rowsIn("review", "id = $1")} AS review,
            (SELECT jsonb_agg(to_jsonb(t) - 'attempt' ORDER BY id) FROM review_revision t WHERE review_id = $1) AS revisions,
            ${rowsIn("moderation_item", ofReview)} AS items,
            ${rowsIn("report", "review_id = $1")} AS reports,
            ${rowsIn("appeal", `verdict_id IN (SELECT id FROM verdict WHERE ${ofReview})`)} AS appeals,
            ${rowsIn("verdict", `${ofReview} AND undone_at IS NULL`)} AS verdicts,
            (SELECT jsonb_build_array(star_counts, review_count, star_sum) FROM gym WHERE id = $2) AS gym,
            (SELECT jsonb_build_array(star_counts, review_count, star_sum) FROM trainer WHERE id = $3) AS trainer`,
    [reviewId, gymId, trainerId],
  );
  return rows[0];
}
