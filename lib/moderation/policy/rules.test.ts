import { createHash } from "node:crypto";
import { expect, test } from "vitest";

import { builtInPolicy } from "./rules.ts";
import { judgeInstructions } from "../prompt.ts";

/**
 * Hashes of the whole prompt per policy version. A changed prompt needs a new version and an entry here, unless the
 * rules are equal and earlier decisions remain right: the prompt of version 1 later gained the other broken rules,
 * evidence before the decision, and examples.
 */
const fingerprints: Record<number, string> = {
  1: "047b476f17380ba3",
};

test("the policy's text for the model does not change without a new version", () => {
  const fingerprint = createHash("sha256")
    .update(judgeInstructions(builtInPolicy))
    .digest("hex")
    .slice(0, 16);
  expect(fingerprints[builtInPolicy.version]).toBe(fingerprint);
  expect(new Set(Object.values(fingerprints)).size).toBe(Object.keys(fingerprints).length);
});

test("every rule has a short wording in both languages", () => {
  expect(builtInPolicy.rules).toHaveLength(12);
  for (const { wording } of builtInPolicy.rules) {
    expect(wording.ko.title.length).toBeLessThanOrEqual(20);
    expect(wording.en.title.length).toBeLessThanOrEqual(30);
    expect(wording.ko.text).toMatch(/[가-힣].*요\.$/);
    expect(wording.en.text).toMatch(/^[A-Z][^가-힣]+\.$/);
  }
});
