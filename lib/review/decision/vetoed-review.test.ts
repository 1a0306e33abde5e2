import { expect, test } from "vitest";

import { startWithoutReviews } from "../../../test/no-reviews.ts";
import { approval, claimed, newScene, submitted } from "../../../test/review-scene.ts";
import { prisma } from "../../db.ts";
import { settleRevision } from "../judging/settle-revision.ts";
import { listVerdicts } from "../desk/item-history.ts";

startWithoutReviews();

test("a review that the classifier vetoed waits for a moderator, who sees the judge, its confidence and its reason", async () => {
  const { revisionId } = await submitted(await newScene());
  const vetoes = [{ by: "CLASSIFIER" as const, score: 0.9, category: "profanity" }];
  await settleRevision(await claimed(revisionId), {
    ok: true,
    data: {
      ...approval.data,
      decision: "HOLD",
      decidedBy: "CLASSIFIER",
      holdReason: "VETOED",
      evidence: ["운동"],
      vetoes,
    },
  });
  expect(await listVerdicts(revisionId)).toMatchObject([
    { decision: "HOLD", decidedBy: "CLASSIFIER", holdReason: "VETOED", evidence: ["운동"], vetoes },
  ]);
  expect(await prisma.moderationItem.findMany({ where: { revisionId } })).toMatchObject([
    { reason: "HELD", category: "VETOED", decidedBy: "CLASSIFIER", closedAt: null },
  ]);
});
