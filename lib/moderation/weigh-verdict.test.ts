import { describe, expect, test } from "vitest";

import type { ModelVerdict } from "./verdict-cache-data.ts";
import { weighVerdict } from "./weigh-verdict.ts";

const approval: ModelVerdict = {
  decision: "APPROVE",
  rule: null,
  holdReason: null,
  evidence: [],
  confidence: 0.9,
  model: "any",
  modelCallId: "call",
};
const rejection: ModelVerdict = {
  ...approval,
  decision: "REJECT",
  rule: "threat",
  evidence: ["죽여 버린다"],
};
const circumstances = {
  text: "너 죽여  버린다",
  isSuspicious: false,
  isFromCache: false,
  threshold: 0.75,
  policyVersion: 1,
};

test("an approval of which the model is sure approves", () => {
  expect(weighVerdict(approval, circumstances)).toMatchObject({ decision: "APPROVE", confidence: 0.9 });
});

test("a rejection stands on a rule and on words of the text", () => {
  const judgement = weighVerdict(rejection, circumstances);
  expect(judgement).toMatchObject({ decision: "REJECT", rule: "threat", evidence: ["죽여  버린다"] });
});

describe("a person decides", () => {
  test.each([
    ["an approval of which the model is not sure", approval, { threshold: 0.95 }, "UNSURE"],
    ["an approval without a confidence", { ...approval, confidence: null }, { threshold: 0 }, "UNSURE"],
    ["an approval of a text that speaks to its judge", approval, { isSuspicious: true }, "INSTRUCTIONS"],
    ["a rejection of which the model is not sure", rejection, { threshold: 0.95 }, "UNSURE"],
    ["a rejection without a rule", { ...rejection, rule: null }, {}, "UNSURE"],
    ["a rejection for words that are not there", rejection, { text: "조용해요" }, "UNSURE"],
    ["what the model held", { ...approval, decision: "HOLD", holdReason: "UNSURE" } as const, {}, "UNSURE"],
    [
      "an answer that is not believed",
      { ...approval, decision: "HOLD", holdReason: "DISTRUSTED" } as const,
      { isSuspicious: true },
      "DISTRUSTED",
    ],
  ])("on %s", (_, said, more, holdReason) => {
    const judgement = weighVerdict(said, { ...circumstances, ...more });
    expect(judgement).toMatchObject({ decision: "HOLD", rule: null, holdReason });
  });

  test("not on a text that speaks to its judge and breaks a rule all the same", () => {
    expect(weighVerdict(rejection, { ...circumstances, isSuspicious: true }).decision).toBe("REJECT");
  });
});
