import { expect, test } from "vitest";

import { appealMessageSchema } from "../appeal/schema.ts";
import { appealDecisionSchema } from "./schema.ts";

const id = "5b0c9c30-0000-4000-8000-000000000001";

test.each([
  ["nothing", "", false],
  ["signs", "!?… — 🙂🙂🙂🙂🙂🙂🙂🙂", false],
  // Letters for Unicode, but invisible.
  ["Hangul fillers", "\u3164".repeat(20), false],
  ["words", "다시 보니 욕이 아니라 운동 이름이 맞아요.", true],
])("a text of %s: whether it can be an answer to an appeal, or a message about one", (_, text, isOne) => {
  const answer = { appealId: id, outcome: "OVERTURNED", answer: text, seen: "1.REJECTED.none" };
  expect(appealDecisionSchema.safeParse(answer).success).toBe(isOne);
  expect(appealMessageSchema.safeParse({ appeal: id, text }).success).toBe(isOne);
});
