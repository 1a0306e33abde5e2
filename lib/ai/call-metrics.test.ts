import { expect, test } from "vitest";

import { prisma } from "../db.ts";
import { countCalls } from "./call-metrics.ts";

test("counts calls, tokens and failures by purpose and by kind of policy run", async () => {
  const startedAt = new Date("2001-05-01T12:00:00Z");
  const call = { model: "test", subjectIds: [], startedAt, expiresAt: startedAt };
  await prisma.modelCall.createMany({
    data: [
      { ...call, purpose: "MODERATION", inputTokens: 1000, cachedInputTokens: 400, outputTokens: 50 },
      { ...call, purpose: "MODERATION", runKind: "TRIAL", inputTokens: 700, outputTokens: 70 },
      { ...call, purpose: "MODERATION", failure: "MODEL_TIMEOUT" },
      { ...call, purpose: "SUMMARY", inputTokens: 300, outputTokens: 40 },
    ],
  });
  const counts = await countCalls({
    edges: [new Date("2001-05-01T00:00:00Z")],
    until: new Date("2001-05-02T00:00:00Z"),
  });
  const row = { bucket: 0, runKind: null, failed: 0, cachedInputTokens: 0 };
  const judging = { ...row, purpose: "MODERATION" };
  expect(counts).toHaveLength(3);
  expect(counts).toEqual(
    expect.arrayContaining([
      { ...judging, calls: 2, failed: 1, inputTokens: 1000, cachedInputTokens: 400, outputTokens: 50 },
      { ...judging, runKind: "TRIAL", calls: 1, inputTokens: 700, outputTokens: 70 },
      { ...row, purpose: "SUMMARY", calls: 1, inputTokens: 300, outputTokens: 40 },
    ]),
  );
});
