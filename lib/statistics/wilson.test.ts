import { expect, test } from "vitest";
import { wilsonInterval } from "./wilson.ts";

test.each([
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("agrees with the literature: %j of %j", (count, n, low, high) => {
  const interval = wilsonInterval(count / n, n);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test("is 0 to 1 without a trial, and narrower with more trials", () => {
  expect(wilsonInterval(1, 0)).toEqual({ low: 0, high: 1 });
  expect(wilsonInterval(1, 100).low).toBeGreaterThan(wilsonInterval(1, 10).low);
});
