import { expect, test } from "vitest";
import { dayAfter, moonPhase } from "./days";

test.each([
  ["2026-11-21", 1, "2026-11-22"],
  ["2026-12-31", 1, "2027-01-01"],
  ["2028-03-01", -1, "2028-02-29"],
])("%s %i day is %s", (date, days, expected) => {
  expect(dayAfter(date, days)).toBe(expected);
});

test.each([
  ["2024-04-08", 0], // a solar eclipse
  ["2025-03-14", 0.5], // a lunar one
  ["2026-08-12", 0],
  ["2026-08-28", 0.5],
])("the moon of %s", (date, phase) => {
  const distance = Math.abs(moonPhase(date) - phase);
  expect(Math.min(distance, 1 - distance)).toBeLessThan(0.04);
});
