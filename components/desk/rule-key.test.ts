import { expect, test } from "vitest";
import { ruleKey } from "./rule-key.ts";

test("no rule's key is another key of the desk", () => {
  const keys = Array.from({ length: 20 }, (_, at) => ruleKey(at));
  expect(new Set(keys).size).toBe(20);
  for (const key of "jkaremnbcvsgfdxz/?") expect(keys).not.toContain(key);
});
