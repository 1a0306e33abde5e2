import { describe, expect, test } from "vitest";

import { readSamples } from "../../../../test/moderation/read-samples.ts";
import { judgeByClassifier } from "../../judge-by-classifier.ts";
import { activeRuleIds, builtInPolicy } from "../../policy/rules.ts";
import { examineText } from "../examine-text.ts";
import { normalise } from "../normalise.ts";
import { hintPatterns } from "./hint-patterns.ts";

type Sample = { rule: string; text: string; right: "STOP" | "APPROVE" };
const samples = readSamples<Sample>("hint-samples.jsonl");
const ruleIds = activeRuleIds(builtInPolicy);

/** Without a model: rejected or held, by a pattern or by the classifier. */
function isStopped(text: string): boolean {
  const { broken, hints, givesOrders } = examineText(text, ruleIds);
  if (broken.length > 0 || hints.length > 0) return true;
  return judgeByClassifier(text, { policy: builtInPolicy, isSuspicious: givesOrders }).decision !== "APPROVE";
}
const rowsOf = (right: Sample["right"]) =>
  samples.filter((sample) => sample.right === right).map(({ rule, text }) => [rule, text] as const);

describe("without a model", () => {
  test.each(rowsOf("STOP"))("%s is held or rejected: %s", (_, text) => {
    expect(isStopped(text)).toBe(true);
  });

  test.each(rowsOf("APPROVE"))("a harmless text similar to %s is approved: %s", (_, text) => {
    expect(isStopped(text)).toBe(false);
  });
});

test("a hint pattern never rejects, and names a rule of the policy", () => {
  for (const { certainty, rule } of hintPatterns) {
    expect(certainty).toBe("HINT");
    expect(ruleIds).toContain(rule);
  }
});

test("each hint pattern matches a sample", () => {
  const texts = samples.filter(({ right }) => right === "STOP").map(({ text }) => normalise(text).text);
  const unused = hintPatterns.filter(({ pattern }) => texts.every((text) => text.search(pattern) < 0));
  expect(unused).toEqual([]);
});

test("a hint quotes its words as written", () => {
  const { hints } = examineText("시설은 좋은데 그 트레이너 만나면  다리몽둥이를 부러뜨릴 거임", ruleIds);
  expect(hints).toMatchObject([{ rule: "threat" }]);
  expect(hints[0]!.evidence[0]).toContain("부러뜨릴");
});

test.each([
  ["그 트레이너 만나면 죽 여 버 린 다", "만나면 죽 여 버 린 다"],
  ["Hope the owner g.e.t.s cancer", "Hope the owner g.e.t.s cancer"],
  ["환불 안 하면 가게에 ㅂㅜㄹ 질러버린다", "ㅂㅜㄹ 질러버린다"],
])("a disguised hint is quoted as written: %s", (text, quote) => {
  expect(examineText(text, ruleIds).hints).toMatchObject([{ rule: "threat", evidence: [quote] }]);
});

test("a rule that is off has no hints", () => {
  const others = ruleIds.filter((id) => id !== "threat");
  expect(examineText("Hope the owner gets cancer and dies", others).hints).toEqual([]);
});
