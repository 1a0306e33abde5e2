import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { projectPath } from "../../../scripts/project.ts";
import { activeRuleIds, builtInPolicy } from "../policy.ts";
import { examineText } from "./examine-text.ts";

type Sample = { kind: string; text: string; right: string };
const samples = readFileSync(projectPath("e2e/support/moderation/judged-samples.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Sample);
const ruleIds = activeRuleIds(builtInPolicy);

function outcomeOf(text: string): string {
  const { broken, hints, givesOrders } = examineText(text, ruleIds);
  if (broken[0]) return `REJECT ${broken[0].rule}`;
  return hints.length > 0 || givesOrders ? "HOLD" : "APPROVE";
}

describe("texts that patterns once got wrong", () => {
  test.each(samples.map(({ kind, text, right }) => [kind, text, right] as const))(
    "%s: %s",
    (_, text, right) => {
      expect(right.split(" or ")).toContain(outcomeOf(text));
    },
  );
});
