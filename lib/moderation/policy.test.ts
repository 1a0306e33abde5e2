import { createHash } from "node:crypto";
import { expect, test } from "vitest";

import { builtInPolicy } from "./policy.ts";
import { judgeInstructions } from "./prompt.ts";

/**
 * What the model was told under each version, the rules and all. A change needs a new version, and a line here. Not so
 * where it leaves the rules as they are, and what was decided before right: 1 was told later of the other rules that are
 * broken, to give evidence before the decision, and of examples.
 */
const fingerprints: Record<number, string> = {
  1: "047b476f17380ba3",
};

test("what the model is told does not change without a new version", () => {
  const fingerprint = createHash("sha256")
    .update(judgeInstructions(builtInPolicy))
    .digest("hex")
    .slice(0, 16);
  expect(fingerprints[builtInPolicy.version]).toBe(fingerprint);
  expect(new Set(Object.values(fingerprints)).size).toBe(Object.keys(fingerprints).length);
});

test("every rule can be told to members in both languages, in a few words", () => {
  expect(builtInPolicy.rules).toHaveLength(12);
  for (const { wording } of builtInPolicy.rules) {
    expect(wording.ko.title.length).toBeLessThanOrEqual(20);
    expect(wording.en.title.length).toBeLessThanOrEqual(30);
    expect(wording.ko.text).toMatch(/[가-힣].*요\.$/);
    expect(wording.en.text).toMatch(/^[A-Z][^가-힣]+\.$/);
  }
});
