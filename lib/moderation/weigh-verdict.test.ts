import { describe, expect, test } from "vitest";

import { currentJudge } from "./judge.ts";
import { builtInPolicy } from "./policy/rules.ts";
import type { ModelVerdict } from "./verdict-cache-data.ts";
import { weighVerdict } from "./weigh-verdict.ts";

const approval: ModelVerdict = {
  decision: "APPROVE",
  rule: null,
  holdReason: null,
  evidence: [],
  alsoBroken: [],
  vetoes: [],
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
  policy: builtInPolicy,
};

test("approves when the model is sure", () => {
  expect(weighVerdict(approval, circumstances)).toMatchObject({ decision: "APPROVE", confidence: 0.9 });
});

test("rejects with a rule and words of the text", () => {
  const judgement = weighVerdict(rejection, circumstances);
  expect(judgement).toMatchObject({ decision: "REJECT", rule: "threat", evidence: ["죽여  버린다"] });
});

test("names every other broken rule once, with its words of the text", () => {
  const alsoBroken = [
    { rule: "threat", evidence: ["죽여"] },
    { rule: "profanity", evidence: ["버린다", "씨발"] },
    { rule: "profanity", evidence: ["너"] },
    { rule: "hate", evidence: ["없는 말"] },
  ];
  const judgement = weighVerdict({ ...rejection, alsoBroken }, circumstances);
  expect(judgement.alsoBroken).toEqual([{ rule: "profanity", evidence: ["버린다"] }]);
  const unsure = weighVerdict({ ...rejection, alsoBroken }, { ...circumstances, threshold: 0.95 });
  expect(unsure).toMatchObject({ decision: "HOLD", alsoBroken: [] });
});

test("keeps the model's own answer and its judge beside the decision", () => {
  const { modelHost, promptVersion } = currentJudge();
  const { said } = weighVerdict(rejection, { ...circumstances, threshold: 0.95 });
  expect(said).toEqual({ decision: "REJECT", rule: "threat", modelHost, promptVersion });
});

describe("holds a text for a moderator", () => {
  test.each([
    ["an unsure approval", approval, { threshold: 0.95 }, "UNSURE"],
    ["an approval without a confidence", { ...approval, confidence: null }, { threshold: 0 }, "UNSURE"],
    [
      "an approval of a text that gives orders to its judge",
      approval,
      { isSuspicious: true },
      "INSTRUCTIONS",
    ],
    ["an unsure rejection", rejection, { threshold: 0.95 }, "UNSURE"],
    ["a rejection without a rule", { ...rejection, rule: null }, {}, "UNSURE"],
    ["a rejection that quotes other words", rejection, { text: "조용해요" }, "UNSURE"],
    ["a HOLD by the model", { ...approval, decision: "HOLD", holdReason: "UNSURE" } as const, {}, "UNSURE"],
    [
      "a distrusted answer",
      { ...approval, decision: "HOLD", holdReason: "DISTRUSTED" } as const,
      { isSuspicious: true },
      "DISTRUSTED",
    ],
  ])("on %s", (_, said, more, holdReason) => {
    const judgement = weighVerdict(said, { ...circumstances, ...more });
    expect(judgement).toMatchObject({ decision: "HOLD", rule: null, holdReason });
  });

  test("but rejects a text that gives orders to its judge and breaks a rule", () => {
    expect(weighVerdict(rejection, { ...circumstances, isSuspicious: true }).decision).toBe("REJECT");
  });
});
