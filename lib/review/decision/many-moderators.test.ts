import { expect, test } from "vitest";

import { newModerator } from "../../../test/desk-scene.ts";
import { startWithoutReviews } from "../../../test/no-reviews.ts";
import { expectTrueTallies, newScene } from "../../../test/review-scene.ts";
import { pool, prisma } from "../../db.ts";
import { decideRevision } from "./decide.ts";
import { stateToken } from "../revision/state-token.ts";

startWithoutReviews();

test("five moderators at once empty a queue of 200: each item is decided exactly once", async () => {
  const moderators = await Promise.all(["가", "나", "다", "라", "마"].map(newModerator));
  const scenes = await Promise.all([newScene(), newScene(), newScene(), newScene()]);
  for (let made = 0; made < 200; made += 1) {
    const { gymId } = scenes[made % 4]!;
    const { authorId } = await newScene();
    const review = await prisma.review.create({ data: { authorId, gymId } });
    const revision = await prisma.reviewRevision.create({
      data: {
        reviewId: review.id,
        number: 1,
        stars: 1 + (made % 5),
        body: `기다려요 ${made}`,
        bodyHash: `${made}`,
        locale: "ko",
        status: "HELD",
      },
    });
    await prisma.moderationItem.create({
      data: { revisionId: revision.id, gymId, reason: "HELD", locale: "ko" },
    });
  }

  /** The queue as a page shows it: one read, with each item's state. */
  const next = async () => {
    const { rows } = await pool.query<{ revisionId: string; attempt: number; itemId: string }>(
      `SELECT revision.id AS "revisionId", revision.attempt, item.id AS "itemId"
         FROM moderation_item item JOIN review_revision revision ON revision.id = item.revision_id
        WHERE item.closed_at IS NULL ORDER BY item.opened_at, item.id LIMIT 1`,
    );
    return rows[0];
  };
  const tooLate: string[] = [];
  const work = async (moderatorId: string, at: number) => {
    for (let item = await next(); item; item = await next()) {
      const { revisionId } = item;
      const seen = stateToken({ ...item, status: "HELD" });
      const kind = at % 2 ? ("REJECT" as const) : ("APPROVE" as const);
      const decided = await decideRevision({ moderatorId, revisionId, kind, rule: "other", seen });
      if (decided.ok) continue;
      expect(decided.error).toBe("CHANGED");
      tooLate.push(revisionId);
    }
  };
  await Promise.all(moderators.map(work));

  const acts = await prisma.moderatorAct.findMany({ where: { moderatorId: { in: moderators } } });
  expect(acts).toHaveLength(200);
  expect(new Set(acts.map(({ revisionId }) => revisionId)).size).toBe(200);
  // There were conflicts, and every moderator decided some.
  expect(tooLate.length).toBeGreaterThan(0);
  expect(new Set(acts.map(({ moderatorId }) => moderatorId)).size).toBe(5);
  const approved = await prisma.reviewRevision.count({ where: { status: "APPROVED" } });
  expect(await prisma.review.count({ where: { publishedRevisionId: { not: null } } })).toBe(approved);
  for (const scene of scenes) await expectTrueTallies(scene);
}, 60_000);
