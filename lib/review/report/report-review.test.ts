import { describe, expect, test } from "vitest";

import { decide as moderatorDecides, newModerator } from "../../../test/desk-scene.ts";
import { newMember } from "../../../test/new-member.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import {
  type Scene,
  approval,
  claimed,
  expectTrueTallies,
  newScene,
  noticesOf,
  openItemsOf,
  rejection,
  reviewOf,
  revisionOf,
  submitted,
} from "../../../test/review-scene.ts";
import { deleteMember } from "../../account/data.ts";
import type { UserId } from "../../auth/user-id.ts";
import { prisma } from "../../db.ts";
import { env } from "../../env.ts";
import type { ReportOutcome } from "../../generated/prisma/enums.ts";
import { deleteReview } from "../delete-review.ts";
import { findQueueItem } from "../desk/item-data.ts";
import { undoAct } from "../decision/undo.ts";
import { listOwnReviews } from "../own-reviews.ts";
import { findReportable, listOwnReports } from "./data.ts";
import { reportReview } from "./report-review.ts";
import { settleRevision } from "../judging/settle-revision.ts";

startWithoutReviews();

type Published = { reviewId: string; revisionId: string };

async function publishedReview(scene: Scene, base = ""): Promise<Published> {
  const { reviewId, revisionId } = await submitted(scene, { base });
  await settleRevision(await claimed(revisionId), approval);
  return { reviewId, revisionId };
}

/** Old enough an account for its reports to count. */
async function newReporter(more: { createdAt?: Date; noReviewsUntil?: Date } = {}): Promise<UserId> {
  const id = await newMember();
  const createdAt = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000);
  await prisma.member.update({ where: { id }, data: { createdAt, ...more } });
  return id;
}

const report = (published: Published, reporterId: UserId, more: { reason?: string; text?: string } = {}) =>
  reportReview({ ...published, reporterId, reason: "fake", text: null, ...more });

async function reportedBy(published: Published, count: number) {
  for (let at = 0; at < count; at += 1)
    expect(await report(published, await newReporter())).toMatchObject({ ok: true });
}

const decide = (revisionId: string, outcome: ReportOutcome) =>
  prisma.report.updateMany({
    where: { revisionId, outcome: null },
    data: { outcome, decidedAt: new Date() },
  });

async function withOutcomes(reporterId: UserId, outcome: ReportOutcome, count: number) {
  for (let at = 0; at < count; at += 1) {
    const published = await publishedReview(await newScene());
    expect(await report(published, reporterId)).toMatchObject({ ok: true });
    await decide(published.revisionId, outcome);
  }
}

test("a report opens one moderation item and leaves the review published", async () => {
  const scene = await newScene();
  const published = await publishedReview(scene);
  const reporterId = await newReporter();
  const more = { reason: "advertising", text: "옆 건물 광고예요." };
  expect(await report(published, reporterId, more)).toMatchObject({ ok: true, data: { isHidden: false } });
  expect(await report(published, await newReporter())).toMatchObject({ ok: true });

  const { gymId } = scene;
  expect(await openItemsOf(published.reviewId)).toMatchObject([
    {
      revisionId: published.revisionId,
      reason: "REPORTED",
      category: "advertising",
      decidedBy: "MODEL",
      gymId,
    },
  ]);
  expect(await reviewOf(published.reviewId)).toMatchObject({ publishedRevisionId: published.revisionId });
  expect(await revisionOf(published.revisionId)).toMatchObject({ status: "APPROVED" });
  expect(await noticesOf(scene.authorId)).toHaveLength(1);
  const { reports } = await listOwnReports({ reporterId });
  expect(reports).toMatchObject([{ ...more, state: "OPEN", gym: { slug: scene.gymSlug } }]);
});

test("the same member reports a text once, however often they send it", async () => {
  const published = await publishedReview(await newScene());
  const reporterId = await newReporter();
  const sent = await Promise.all([1, 2, 3].map(() => report(published, reporterId)));
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
  expect(sent.filter((result) => !result.ok && result.error === "ALREADY_REPORTED")).toHaveLength(2);
  expect(await prisma.report.count({ where: published })).toBe(1);
});

test("three members in good standing, at the same moment, hide it until a moderator has decided", async () => {
  const scene = await newScene();
  const published = await publishedReview(scene);
  const before = await revisionOf(published.revisionId);
  const reporters = [await newReporter(), await newReporter(), await newReporter()];
  const sent = await Promise.all(reporters.map((reporterId) => report(published, reporterId)));
  expect(sent.map((result) => result.ok && result.data.isHidden).toSorted()).toEqual([false, false, true]);

  const { reviewId, revisionId } = published;
  expect(await reviewOf(reviewId)).toMatchObject({
    publishedRevisionId: null,
    publishedStars: null,
    publishedAt: null,
    firstPublishedAt: expect.any(Date),
  });
  expect(await revisionOf(revisionId)).toMatchObject({ status: "HELD", attempt: before.attempt + 1 });
  const [, verdict] = await prisma.verdict.findMany({ where: { revisionId }, orderBy: { attempt: "asc" } });
  expect(verdict).toMatchObject({ decision: "HOLD", decidedBy: "RULE", holdReason: "REPORTED", rule: null });
  expect(await openItemsOf(reviewId)).toMatchObject([{ reason: "REPORTED" }]);
  expect(await noticesOf(scene.authorId)).toMatchObject([
    { kind: "REVIEW_APPROVED" },
    { kind: "REVIEW_HELD", data: { reviewId, gym: { slug: scene.gymSlug }, trainer: null } },
  ]);
  expect(await listOwnReviews(scene.authorId)).toMatchObject([
    { isReported: true, isPublished: false, latest: { status: "HELD" } },
  ]);
  await expectTrueTallies(scene);
  expect(await report(published, await newReporter())).toEqual({ ok: false, error: "NOT_PUBLISHED" });
});

test("reports by new, suspended or bad-faith members reach a moderator, but do not hide the review", async () => {
  const published = await publishedReview(await newScene());
  await reportedBy(published, env().REPORTS_TO_HIDE - 1);
  const troll = await newReporter();
  await withOutcomes(troll, "DISMISSED", 3);
  for (const reporterId of [troll, await newReporter({ createdAt: new Date() })]) {
    expect(await report(published, reporterId)).toMatchObject({ ok: true, data: { isHidden: false } });
  }
  expect(await prisma.report.count({ where: { ...published, counts: false } })).toBe(2);
  const barred = await newReporter({ noReviewsUntil: new Date(Date.now() + 60_000) });
  expect(await report(published, barred)).toEqual({ ok: false, error: "NOT_ALLOWED" });
  // One of the first two lost good standing since.
  const first = await prisma.report.findFirstOrThrow({ where: published, orderBy: { createdAt: "asc" } });
  await prisma.member.update({ where: { id: first.reporterId }, data: { suspendedAt: new Date() } });
  expect(await report(published, await newReporter())).toMatchObject({ ok: true, data: { isHidden: false } });
  expect(await report(published, await newReporter())).toMatchObject({ ok: true, data: { isHidden: true } });
});

test("a member whose reports were upheld more often than not still counts", async () => {
  const reporterId = await newReporter();
  await withOutcomes(reporterId, "DISMISSED", 3);
  await withOutcomes(reporterId, "UPHELD", 3);
  const published = await publishedReview(await newScene());
  await report(published, reporterId);
  expect(await prisma.report.findFirst({ where: published })).toMatchObject({ counts: true });
});

test("after a moderator approved it, only new reports hide it again, and the author is notified again", async () => {
  const scene = await newScene();
  const published = await publishedReview(scene);
  await reportedBy(published, 3);
  // What an approval writes.
  const { reviewId, revisionId } = published;
  await decide(revisionId, "DISMISSED");
  await prisma.moderationItem.updateMany({ where: { revisionId }, data: { closedAt: new Date() } });
  await prisma.reviewRevision.update({ where: { id: revisionId }, data: { status: "APPROVED" } });
  await prisma.review.update({
    where: { id: reviewId },
    data: { publishedRevisionId: revisionId, publishedStars: 4, publishedAt: new Date() },
  });

  await reportedBy(published, 2);
  expect(await openItemsOf(reviewId)).toMatchObject([{ reason: "REPORTED" }]);
  expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: revisionId });
  await reportedBy(published, 1);
  expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: null });
  const held = (await noticesOf(scene.authorId)).filter(({ kind }) => kind === "REVIEW_HELD");
  expect(held).toHaveLength(2);
});

describe("what cannot be reported", () => {
  test("one's own review, an unpublished review, a text that was replaced", async () => {
    const scene = await newScene();
    const published = await publishedReview(scene);
    expect(await report(published, scene.authorId)).toEqual({ ok: false, error: "OWN_REVIEW" });

    const hidden = await newScene();
    const rejected = await submitted(hidden);
    await settleRevision(await claimed(rejected.revisionId), rejection);
    const { reviewId, revisionId } = rejected;
    const reporterId = await newReporter();
    const notPublished = { ok: false, error: "NOT_PUBLISHED" };
    expect(await report({ reviewId, revisionId }, reporterId)).toEqual(notPublished);
    const about = { gymSlug: hidden.gymSlug, reviewId, viewerId: reporterId };
    expect(await findReportable(about)).toBeNull();

    await publishedReview(scene, published.revisionId);
    expect(await report(published, reporterId)).toEqual(notPublished);
    await deleteReview({ authorId: scene.authorId, reviewId: published.reviewId });
    expect(await report(published, reporterId)).toEqual(notPublished);
  });

  test("more reports than an hour allows; repeats are not counted", async () => {
    const reporterId = await newReporter();
    const scene = await newScene();
    const published = await publishedReview(scene);
    expect(await report(published, reporterId)).toMatchObject({ ok: true });
    for (let at = 0; at < env().REPORTS_PER_HOUR; at += 1)
      expect(await report(published, reporterId)).toEqual({ ok: false, error: "ALREADY_REPORTED" });
    const unknown = { reviewId: crypto.randomUUID(), revisionId: crypto.randomUUID() };
    expect(await report(unknown, reporterId)).toEqual({ ok: false, error: "NOT_PUBLISHED" });
    await prisma.rateLimit.updateMany({
      where: { key: { startsWith: "reports:" } },
      data: { points: 10_000 },
    });
    const other = await publishedReview(await newScene());
    expect(await report(other, reporterId)).toMatchObject({ ok: false, error: "RATE_LIMITED" });
    expect(await prisma.report.count({ where: { reporterId } })).toBe(1);
    await prisma.rateLimit.deleteMany({ where: { key: { startsWith: "reports:" } } });
  });
});

describe("when the author edits a reported review", () => {
  test("the report stays open for moderators, first about the published text and then about its replacement", async () => {
    const scene = await newScene();
    const first = await publishedReview(scene);
    const reporterId = await newReporter();
    await report(first, reporterId);
    const edit = await submitted(scene, { base: first.revisionId });
    expect(await openItemsOf(first.reviewId)).toMatchObject([{ revisionId: first.revisionId }]);
    expect((await listOwnReports({ reporterId })).reports).toMatchObject([{ state: "OPEN" }]);

    await settleRevision(await claimed(edit.revisionId), approval);
    expect(await reviewOf(first.reviewId)).toMatchObject({ publishedRevisionId: edit.revisionId });
    expect(await openItemsOf(first.reviewId)).toMatchObject([
      { revisionId: edit.revisionId, reason: "REPORTED", category: "fake" },
    ]);
    expect((await findQueueItem(edit.revisionId))?.reports).toMatchObject([
      { reason: "fake", isAboutEarlier: true },
    ]);
    expect((await listOwnReports({ reporterId })).reports).toMatchObject([{ state: "CHANGED" }]);
    const about = { gymSlug: scene.gymSlug, reviewId: first.reviewId, viewerId: reporterId };
    expect(await findReportable(about)).toMatchObject({
      obstacle: null,
      revision: { id: edit.revisionId },
    });
  });

  test.each(["before it was hidden", "after it was hidden"])(
    "an edit sent %s does not bring the review back: the model's approval waits for a moderator",
    async (when) => {
      const scene = await newScene();
      const first = await publishedReview(scene);
      const send = () => submitted(scene, { base: first.revisionId });
      let edit = when.startsWith("before") ? await send() : null;
      await reportedBy(first, 3);
      edit ??= await send();
      await settleRevision(await claimed(edit.revisionId), approval);
      const { reviewId } = first;
      expect(await revisionOf(edit.revisionId)).toMatchObject({ status: "HELD" });
      expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: null });
      expect(await openItemsOf(reviewId)).toContainEqual(
        expect.objectContaining({ revisionId: edit.revisionId, reason: "REPORTED", category: "REPORTED" }),
      );
      expect((await findQueueItem(edit.revisionId))?.reports).toHaveLength(3);
      expect((await noticesOf(scene.authorId)).at(-1)).toMatchObject({ kind: "REVIEW_HELD" });
      expect(await listOwnReviews(scene.authorId)).toMatchObject([{ isReported: true, isPublished: false }]);

      // Nor does another edit, nor one after a rejection by the model.
      const second = await submitted(scene, { base: edit.revisionId });
      await settleRevision(await claimed(second.revisionId), rejection);
      const third = await submitted(scene, { base: second.revisionId });
      await settleRevision(await claimed(third.revisionId), approval);
      expect(await openItemsOf(reviewId)).toContainEqual(
        expect.objectContaining({ revisionId: third.revisionId, reason: "REPORTED" }),
      );
      expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: null });
      await expectTrueTallies(scene);
    },
  );

  test("after a moderator's decision the model judges the next edit; after a moderator's hold it does not", async () => {
    const scene = await newScene();
    const first = await publishedReview(scene);
    await reportedBy(first, 3);
    const edit = await submitted(scene, { base: first.revisionId });
    await settleRevision(await claimed(edit.revisionId), approval);
    const moderatorId = await newModerator();
    await moderatorDecides(moderatorId, edit.revisionId, "HOLD");
    const second = await submitted(scene, { base: edit.revisionId });
    await settleRevision(await claimed(second.revisionId), approval);
    expect(await revisionOf(second.revisionId)).toMatchObject({ status: "HELD" });

    await moderatorDecides(moderatorId, second.revisionId, "APPROVE");
    const third = await submitted(scene, { base: second.revisionId });
    await settleRevision(await claimed(third.revisionId), approval);
    expect(await reviewOf(first.reviewId)).toMatchObject({ publishedRevisionId: third.revisionId });
    expect(await openItemsOf(first.reviewId)).toEqual([]);
    await expectTrueTallies(scene);
  });
});

describe("when the author deletes a review that reports hid, and writes it again", () => {
  /** The author deletes a review that reports have hidden. */
  async function deletedReview() {
    const scene = await newScene();
    const published = await publishedReview(scene);
    await reportedBy(published, 2);
    await report(published, await newReporter(), { reason: "advertising", text: "옆 건물 광고예요." });
    await deleteReview({ authorId: scene.authorId, reviewId: published.reviewId });
    return scene;
  }
  const kept = (authorId: string) => prisma.reportedDeletion.findMany({ where: { authorId } });

  test("the new one waits for a moderator, who sees the reason, as does the author", async () => {
    const scene = await deletedReview();
    const { authorId, gymId } = scene;
    const now = Date.now();
    const [memory, ...others] = await kept(authorId);
    expect(others).toEqual([]);
    expect(memory).toEqual({
      id: expect.any(String),
      authorId,
      gymId,
      trainerId: null,
      reasons: ["advertising", "fake"],
      deletedAt: expect.any(Date),
      expiresAt: expect.any(Date),
    });
    expect(memory!.expiresAt.getTime() - now).toBeGreaterThan(89 * 24 * 60 * 60 * 1000);

    const { reviewId, revisionId } = await publishedReview(scene);
    expect(await revisionOf(revisionId)).toMatchObject({ status: "HELD" });
    expect(await reviewOf(reviewId)).toMatchObject({ publishedRevisionId: null, firstPublishedAt: null });
    expect(await openItemsOf(reviewId)).toMatchObject([{ reason: "REPORTED", category: "REPORTED" }]);
    expect((await findQueueItem(revisionId))?.deletedReported).toEqual({
      reasons: ["advertising", "fake"],
      deletedAt: memory!.deletedAt,
    });
    expect((await noticesOf(authorId)).at(-1)).toMatchObject({ kind: "REVIEW_HELD" });
    expect(await listOwnReviews(authorId)).toMatchObject([{ isReported: false, isRewritten: true }]);
    await expectTrueTallies(scene);
  });

  test("later reviews and edits wait too; not those of a trainer there, nor those of other authors", async () => {
    const scene = await deletedReview();
    const { authorId } = scene;
    const second = await submitted(scene);
    await deleteReview({ authorId, reviewId: second.reviewId });
    const third = await submitted(scene);
    await settleRevision(await claimed(third.revisionId), rejection);
    const edit = await publishedReview(scene, third.revisionId);
    expect(await revisionOf(edit.revisionId)).toMatchObject({ status: "HELD" });
    expect(await kept(authorId)).toMatchObject([{ reasons: ["advertising", "fake"] }]);

    const ofTrainer = await submitted(scene, { trainerSlug: scene.trainerSlug });
    await settleRevision(await claimed(ofTrainer.revisionId), approval);
    const byAnother = await publishedReview({ ...scene, authorId: await newMember() });
    for (const { revisionId } of [ofTrainer, byAnother])
      expect(await revisionOf(revisionId)).toMatchObject({ status: "APPROVED" });
  });

  test("after a moderator's decision the model judges again; after undo or hold it does not", async () => {
    const scene = await deletedReview();
    const { authorId } = scene;
    const moderatorId = await newModerator();
    const first = await publishedReview(scene);
    await moderatorDecides(moderatorId, first.revisionId, "HOLD");
    const actId = await moderatorDecides(moderatorId, first.revisionId, "REJECT");
    await undoAct({ moderatorId, actId });
    const second = await publishedReview(scene, first.revisionId);
    expect(await revisionOf(second.revisionId)).toMatchObject({ status: "HELD" });

    await moderatorDecides(moderatorId, second.revisionId, "APPROVE");
    const third = await publishedReview(scene, second.revisionId);
    expect(await reviewOf(third.reviewId)).toMatchObject({ publishedRevisionId: third.revisionId });
    await deleteReview({ authorId, reviewId: third.reviewId });
    expect(await kept(authorId)).toEqual([]);
    const anew = await publishedReview(scene);
    expect(await reviewOf(anew.reviewId)).toMatchObject({ publishedRevisionId: anew.revisionId });
  });

  test("the record is deleted after its retention time and with its author; below the report threshold none is kept", async () => {
    const scene = await deletedReview();
    const { authorId } = scene;
    await prisma.reportedDeletion.updateMany({ where: { authorId }, data: { expiresAt: new Date() } });
    const published = await publishedReview(scene);
    expect(await reviewOf(published.reviewId)).toMatchObject({ publishedRevisionId: published.revisionId });
    expect((await findQueueItem(published.revisionId))?.deletedReported).toBeNull();

    await reportedBy(published, 2);
    await deleteReview({ authorId, reviewId: published.reviewId });
    expect(await kept(authorId)).toEqual([]);

    const leaving = await deletedReview();
    expect(await kept(leaving.authorId)).toHaveLength(1);
    await deleteMember(leaving.authorId);
    expect(await kept(leaving.authorId)).toEqual([]);
  });
});

test("the report page shows its obstacle, and shows a member's reports to nobody else", async () => {
  const scene = await newScene();
  const published = await publishedReview(scene);
  const reporterId = await newReporter();
  const obstacle = async (viewerId: UserId) =>
    (await findReportable({ gymSlug: scene.gymSlug, reviewId: published.reviewId, viewerId }))?.obstacle;
  expect(await obstacle(reporterId)).toBeNull();
  expect(await obstacle(scene.authorId)).toBe("OWN_REVIEW");
  const until = new Date(Date.now() + 60_000);
  expect(await obstacle(await newReporter({ noReviewsUntil: until }))).toBe("NOT_ALLOWED");
  await report(published, reporterId);
  expect(await obstacle(reporterId)).toBe("ALREADY_REPORTED");
  const viewerId = reporterId;
  expect(await findReportable({ gymSlug: "elsewhere", reviewId: published.reviewId, viewerId })).toBeNull();
  expect(await findReportable({ gymSlug: scene.gymSlug, reviewId: "1", viewerId })).toBeNull();

  const { reports } = await listOwnReports({ reporterId });
  expect(reports).toHaveLength(1);
  expect((await listOwnReports({ reporterId: scene.authorId })).reports).toEqual([]);
  const stranger = await newReporter();
  const theirs = await listOwnReports({ reporterId: stranger, before: reports[0]!.id });
  expect(theirs.reports).toEqual([]);
});
