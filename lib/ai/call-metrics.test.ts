import { expect, test } from "vitest";

import { prisma } from "../db.ts";
import { countCalls } from "./call-metrics.ts";

test("calls are counted by purpose, with their tokens and failures", async () => {
  const startedAt = new Date("2001-05-01T12:00:00Z");
  const call = { model: "test", subjectIds: [], startedAt, expiresAt: startedAt };
  await prisma.modelCall.createMany({
    data: [
      { ...call, purpose: "MODERATION", inputTokens: 1000, outputTokens: 50 },
      { ...call, purpose: "MODERATION", failure: "MODEL_TIMEOUT" },
      { ...call, purpose: "SUMMARY", inputTokens: 300, outputTokens: 40 },
    ],
  });
  const counts = await countCalls({
    edges: [new Date("2001-05-01T00:00:00Z")],
    until: new Date("2001-05-02T00:00:00Z"),
  });
  expect(counts.toSorted((a, b) => a.purpose.localeCompare(b.purpose))).toEqual([
    { bucket: 0, purpose: "MODERATION", calls: 2, failed: 1, inputTokens: 1000, outputTokens: 50 },
    { bucket: 0, purpose: "SUMMARY", calls: 1, failed: 0, inputTokens: 300, outputTokens: 40 },
  ]);
});
