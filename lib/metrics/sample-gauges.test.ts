import { expect, test } from "vitest";

import { parseExposition } from "../../e2e/support/parse-exposition.ts";
import type { SampleStratum } from "../review/sample/strata.ts";
import { writeExposition } from "./exposition.ts";
import { sampleGauges } from "./sample-gauges.ts";

const stratum = (more: Partial<SampleStratum>): SampleStratum => ({
  model: "m",
  modelHost: "h",
  promptVersion: "p",
  said: "REJECT",
  rule: "hate",
  band: 6,
  size: 10,
  confidence: 0.98,
  judged: { APPROVE: 0, REJECT: 0, HOLD: 0 },
  sameRule: 0,
  ...more,
});

const read = (strata: SampleStratum[]) => parseExposition(writeExposition(sampleGauges(strata)));
const samples = (families: ReturnType<typeof read>, name: string) =>
  families.get(`sora_sample_${name}_30d`)?.samples ?? [];

test("exports agreement, kappa and calibration by judge, and by decision and rule", () => {
  const families = read([
    stratum({ said: "APPROVE", rule: null, size: 90, judged: { APPROVE: 9, REJECT: 0, HOLD: 0 } }),
    stratum({ size: 10, judged: { APPROVE: 2, REJECT: 2, HOLD: 0 } }),
    stratum({ rule: "spam", judged: { APPROVE: 0, REJECT: 0, HOLD: 0 } }),
    stratum({
      model: null,
      modelHost: null,
      promptVersion: null,
      judged: { APPROVE: 0, REJECT: 5, HOLD: 0 },
    }),
  ]);
  const m = { model: "m", server: "h", prompt: "p" };
  const unknown = { model: "unknown", server: "unknown", prompt: "unknown" };
  expect(samples(families, "judged")).toEqual([
    expect.objectContaining({ labels: m, value: 13 }),
    expect.objectContaining({ labels: unknown, value: 5 }),
  ]);
  expect(samples(families, "agreement")[0]).toMatchObject({ labels: m, value: 0.95 });
  // People publish 95 of 100 and reject 5, the judge 90 and 10. They agree on 95; by chance they would on 86.
  expect(samples(families, "kappa")[0]?.value).toBeCloseTo((0.95 - 0.86) / (1 - 0.86));
  // The judge used only one class, so chance explains all agreement.
  expect(samples(families, "kappa")).toHaveLength(1);
  expect(samples(families, "calibration_error")[0]?.value).toBeCloseTo(0.03);
  expect(samples(families, "rule_agreement").slice(0, 2)).toEqual([
    expect.objectContaining({ labels: { ...m, said: "approve", rule: "none" }, value: 1 }),
    expect.objectContaining({ labels: { ...m, said: "reject", rule: "hate" }, value: 0.5 }),
  ]);
  expect(samples(families, "rule_calibration_error").map(({ value }) => value.toFixed(2))).toEqual([
    "0.02",
    "0.48",
    "0.02",
  ]);
});

test("exports nothing without a judgement, and no agreement of 0", () => {
  expect(sampleGauges([stratum({})]).flatMap((family) => family.samples)).toEqual([]);
});
