import { expect, test } from "vitest";

import { randomFrom } from "../../test/seeded-random.ts";
import { estimateShare } from "./stratified.ts";
import { wilsonInterval } from "./wilson.ts";

test("a stratum has the weight of its size, not of its sample", () => {
  const common = { size: 900, drawn: 10, having: 10 };
  const rare = { size: 100, drawn: 10, having: 0 };
  expect(estimateShare([common, rare])?.share).toBeCloseTo(0.9);
});

test("a proportional sample gives the plain share with the plain interval", () => {
  const estimate = estimateShare([
    { size: 300, drawn: 30, having: 27 },
    { size: 100, drawn: 10, having: 5 },
  ]);
  expect(estimate).toMatchObject({ drawn: 40, covered: 1 });
  expect(estimate?.share).toBeCloseTo(0.8);
  expect(estimate?.low).toBeCloseTo(wilsonInterval(0.8, 40).low);
});

test("one item of a large stratum gives a wide interval, even when all agree", () => {
  const [few, many] = [1, 50].map((drawn) => estimateShare([{ size: 1000, drawn, having: drawn }])!);
  expect(few!.low).toBeLessThan(0.25);
  expect(many!.low).toBeGreaterThan(0.9);
  // Items from a small stratum do not compensate for that.
  expect(
    estimateShare([
      { size: 1000, drawn: 1, having: 1 },
      { size: 10, drawn: 9, having: 9 },
    ])!.low,
  ).toBeLessThan(0.25);
});

test("excludes strata without a sample, and reports their share", () => {
  expect(estimateShare([])).toBeNull();
  expect(estimateShare([{ size: 5, drawn: 0, having: 0 }])).toBeNull();
  expect(
    estimateShare([
      { size: 1, drawn: 0, having: 0 },
      { size: 3, drawn: 1, having: 1 },
    ]),
  ).toMatchObject({
    share: 1,
    covered: 0.75,
  });
});

test("is unbiased where the plain share is biased, and its interval has the promised coverage", () => {
  const { below } = randomFrom(7);
  const population = [
    { size: 940, rate: 0.97 },
    { size: 50, rate: 0.6 },
    { size: 10, rate: 0.3 },
  ];
  const truth = population.reduce((sum, { size, rate }) => sum + size * rate, 0) / 1000;
  const runs = Array.from({ length: 2000 }, () => {
    const strata = population.map(({ size, rate }) => {
      const having = Array.from({ length: 25 }, () => below(1000) < rate * 1000).filter(Boolean).length;
      return { size, drawn: 25, having };
    });
    return { ...estimateShare(strata)!, plain: strata.reduce((sum, { having }) => sum + having, 0) / 75 };
  });
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(runs.map(({ share }) => share))).toBeCloseTo(truth, 2);
  expect(mean(runs.map(({ plain }) => plain))).toBeLessThan(truth - 0.2);
  expect(runs.filter(({ low, high }) => low <= truth && truth <= high).length / 2000).toBeGreaterThan(0.94);
});
