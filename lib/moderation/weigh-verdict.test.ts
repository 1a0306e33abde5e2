import { describe, expect, test } from "vitest";

import { currentJudge } from "./judge.ts";
import { builtInPolicy } from "./policy.ts";
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

test("an approval of which the model is sure approves", () => {
  expect(weighVerdict(approval, circumstances)).toMatchObject({ decision: "APPROVE", confidence: 0.9 });
});

test("a rejection stands on a rule and on words of the text", () => {
  const judgement = weighVerdict(rejection, circumstances);
  expect(judgement).toMatchObject({ decision: "REJECT", rule: "threat", evidence: ["죽여  버린다"] });
});

test("a rejection names every other rule once, with the words of the text that break it", () => {
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

test("what the model said itself is kept beside what was decided, with the judge it was", () => {
  const { modelHost, promptVersion } = currentJudge();
  const { said } = weighVerdict(rejection, { ...circumstances, threshold: 0.95 });
  expect(said).toEqual({ decision: "REJECT", rule: "threat", modelHost, promptVersion });
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
