import { expect, onTestFinished, test, vi } from "vitest";

import { decide, judgedReview, newModerator } from "../../../test/desk-scene.ts";
import { newMember } from "../../../test/new-member.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import { approval } from "../../../test/review-scene.ts";
import { pool, prisma } from "../../db.ts";
import { env } from "../../env.ts";
import { listOwnReviews } from "../own-reviews.ts";
import { reportReview } from "./report-review.ts";

startWithoutReviews();

test("a report that a moderator's approval overtook is dated after it, and its author gets a notice for each", async () => {
  const { REPORTS_TO_HIDE } = env();
  onTestFinished(() => void Object.assign(env(), { REPORTS_TO_HIDE }));
  Object.assign(env(), { REPORTS_TO_HIDE: 1 });
  const { authorId, reviewId, revisionId } = await judgedReview(approval);
  const reporterId = await newMember();
  await prisma.member.update({ where: { id: reporterId }, data: { createdAt: new Date("2026-01-01") } });

  const held = await pool.connect();
  await held.query("BEGIN");
  await held.query("SELECT FROM member WHERE id = $1 FOR UPDATE", [reporterId]);
  const reported = reportReview({ reporterId, reviewId, revisionId, reason: "fake", text: null });
  await vi.waitFor(async () => {
    const { rowCount } = await pool.query(
      "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
    );
    expect(rowCount).toBe(1);
  });
  await decide(await newModerator(), revisionId, "APPROVE");
  await held.query("COMMIT");
  held.release();

  expect(await reported).toMatchObject({ ok: true, data: { isHidden: true } });
  const verdicts = await prisma.verdict.findMany({ where: { revisionId }, orderBy: { createdAt: "asc" } });
  expect(verdicts.map(({ decision }) => decision)).toEqual(["APPROVE", "APPROVE", "HOLD"]);
  expect(await listOwnReviews(authorId)).toMatchObject([{ isPublished: false, isReported: true }]);
});
