import { expect, test } from "vitest";

import { type Judged, judgedReview, newModerator } from "../../../test/desk-scene.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import { hold } from "../../../test/review-scene.ts";
import { pool, prisma } from "../../db.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { listOwnWarnings, listWarnings } from "./list-warnings.ts";
import { notifyOfWarning } from "./notify-warning.ts";
import { notifyWarningQueue } from "./notify-warning-queue.ts";
import { findWarner, undoWarning, warnAuthor } from "./warn-author.ts";

startWithoutReviews();

const rule = "profanity";

async function warned(moderatorId: string, { revisionId }: Judged): Promise<string> {
  const given = await warnAuthor({ moderatorId, revisionId, rule });
  if (!given.ok) throw new Error(given.error);
  return given.data.warningId;
}

const notify = async (warningId: string) => notifyOfWarning(await jobQueue(), warningId);
const noticesOf = (memberId: string) =>
  prisma.notice.findMany({
    where: { memberId, kind: "STANDING_CHANGED" },
    orderBy: { createdAt: "asc" },
    select: { data: true },
  });
const given = { data: { event: "WARNED", rule, until: null } };
const takenBack = { data: { event: "WARNING_UNDONE", rule, until: null } };

test("a warning is a notice with its rule, ten seconds later, and an entry of the log", async () => {
  const moderatorId = await newModerator("민지");
  const review = await judgedReview(hold);
  const { authorId, revisionId } = review;
  const warningId = await warned(moderatorId, review);
  const { rows: jobs } = await pool.query(
    `SELECT data->>'warningId' AS "warningId", round(extract(epoch FROM start_after - created_on))::int AS seconds
       FROM pgboss.job WHERE name = $1 AND data->>'warningId' = $2`,
    [notifyWarningQueue, warningId],
  );
  expect(jobs).toEqual([{ warningId, seconds: 10 }]);
  expect(await noticesOf(authorId)).toEqual([]);
  // Not before the notice.
  expect(await listOwnWarnings(authorId)).toEqual([]);
  await notify(warningId);
  await Promise.all([notify(warningId), notify(warningId)]);
  expect(await noticesOf(authorId)).toEqual([given]);
  await prisma.reviewerWarning.update({
    where: { id: warningId },
    data: { createdAt: new Date(Date.now() - 11_000) },
  });
  expect(await listOwnWarnings(authorId)).toMatchObject([{ id: warningId, rule, policyVersion: 1 }]);
  expect(JSON.stringify(await listOwnWarnings(authorId))).not.toContain("민지");
  expect(await listWarnings(authorId)).toMatchObject([
    { id: warningId, rule, revisionId, moderatorName: "민지", undoneAt: null },
  ]);
  expect(
    await prisma.auditEvent.findMany({
      where: { subjectId: authorId },
      select: { kind: true, actorId: true, data: true },
    }),
  ).toEqual([{ kind: "AUTHOR_WARNED", actorId: moderatorId, data: { warningId, revisionId, rule } }]);
});

test("a warning undone in time leads to no notice, one undone later to a second notice; either can be given again", async () => {
  const moderatorId = await newModerator();
  const review = await judgedReview(hold);
  const { authorId } = review;
  const slip = await warned(moderatorId, review);
  expect(await undoWarning({ moderatorId, warningId: slip })).toEqual({ ok: true, data: null });
  await notify(slip);
  expect(await noticesOf(authorId)).toEqual([]);

  const warningId = await warned(moderatorId, review);
  await notify(warningId);
  const other = await newModerator();
  expect(await undoWarning({ moderatorId: other, warningId })).toEqual({ ok: true, data: null });
  expect(await undoWarning({ moderatorId, warningId })).toEqual({ ok: false, error: "ALREADY_UNDONE" });
  await notify(warningId);
  await notify(warningId);
  expect(await noticesOf(authorId)).toEqual([given, takenBack]);
  expect(
    await prisma.auditEvent.findMany({ where: { kind: "WARNING_UNDONE", actorId: other } }),
  ).toHaveLength(1);
});

test("of two moderators who warn for the same text at once, one succeeds", async () => {
  const [one, other] = [await newModerator("민지"), await newModerator("도윤")];
  const review = await judgedReview(hold);
  const { revisionId, authorId } = review;
  const both = await Promise.all(
    [one, other].map((moderatorId) => warnAuthor({ moderatorId, revisionId, rule })),
  );
  expect(both).toContainEqual({ ok: false, error: "ALREADY_WARNED" });
  expect(await listWarnings(authorId)).toHaveLength(1);
  expect(await findWarner(revisionId)).toBe(both[0]!.ok ? "민지" : "도윤");
});

test("a moderator can not warn themselves, for a missing text or by an unknown rule, nor undo a warning to themselves", async () => {
  const moderatorId = await newModerator();
  const review = await judgedReview(hold);
  const { revisionId, authorId } = review;
  const refused = (error: string) => ({ ok: false, error });
  expect(await warnAuthor({ moderatorId: authorId, revisionId, rule })).toEqual(refused("OWN_REVIEW"));
  expect(await warnAuthor({ moderatorId, revisionId, rule: "made-up" })).toEqual(refused("RULE_MISSING"));
  expect(await warnAuthor({ moderatorId, revisionId: crypto.randomUUID(), rule })).toEqual(
    refused("NOT_FOUND"),
  );
  const warningId = await warned(moderatorId, review);
  expect(await undoWarning({ moderatorId: authorId, warningId })).toEqual(refused("OWN_REVIEW"));
  expect(await undoWarning({ moderatorId, warningId: crypto.randomUUID() })).toEqual(refused("NOT_FOUND"));
});

test("a warning remains after its review or moderator is deleted, and is deleted with the member's account", async () => {
  const moderatorId = await newModerator();
  const review = await judgedReview(hold);
  const warningId = await warned(moderatorId, review);
  await prisma.review.delete({ where: { id: review.reviewId } });
  await prisma.member.delete({ where: { id: moderatorId } });
  expect(await listWarnings(review.authorId)).toMatchObject([
    { id: warningId, revisionId: null, moderatorName: null },
  ]);
  await prisma.member.delete({ where: { id: review.authorId } });
  expect(await listWarnings(review.authorId)).toEqual([]);
  // The job finds no row, which is no error.
  await notify(warningId);
});
