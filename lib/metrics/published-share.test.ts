import { expect, test } from "vitest";

import { newScene } from "../../test/review-scene.ts";
import { prisma } from "../db.ts";
import type { DecidedBy, Decision } from "../generated/prisma/enums.ts";
import type { Span } from "../time/span.ts";
import { publishedShare } from "./published-share.ts";
import { readReviewMetrics } from "./read-metrics.ts";

/** A day of a year that no other test uses. */
const span: Span = { edges: [new Date(Date.UTC(1991, 0, 1))], until: new Date(Date.UTC(1991, 0, 2)) };

const text = { stars: 4, body: "좋아요", locale: "ko", status: "APPROVED" } as const;

/** Adds texts of one review, each with these verdicts one after the other. */
async function newJudge() {
  const { authorId, gymId } = await newScene();
  const { id: reviewId } = await prisma.review.create({ data: { authorId, gymId } });
  let number = 0;
  return async (count: number, ...verdicts: [Decision, DecidedBy][]) => {
    for (let n = 0; n < count; n += 1) {
      number += 1;
      const { id: revisionId } = await prisma.reviewRevision.create({
        data: { ...text, reviewId, number, bodyHash: crypto.randomUUID() },
      });
      await prisma.verdict.createMany({
        data: verdicts.map(([decision, decidedBy], at) => ({
          revisionId,
          attempt: at + 1,
          decision,
          decidedBy,
          policyVersion: 1,
          createdAt: span.edges[0]!,
        })),
      });
    }
  };
}

test("what is held is not in the share that is published, until a person has decided it", async () => {
  const share = async () => publishedShare(await readReviewMetrics(span));
  const judge = await newJudge();
  expect(await share()).toBeNull();
  await judge(1, ["HOLD", "MODEL"]);
  expect(await share()).toBeNull();

  await judge(3, ["APPROVE", "MODEL"]);
  await judge(1, ["REJECT", "RULE"]);
  expect(await share()).toBe(3 / 4);
  await judge(5, ["HOLD", "MODEL"]);
  expect(await share()).toBe(3 / 4);
  await judge(1, ["HOLD", "MODEL"], ["REJECT", "MODERATOR"]);
  expect(await share()).toBe(3 / 5);
});
