import { describe, expect, test } from "vitest";
import { linearScale, timeScale } from "./scale";

describe("a scale of counts", () => {
  test.each([
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [97, [0, 25, 50, 75, 100]],
    [1234, [0, 500, 1000, 1500]],
    [0.34, [0, 0.1, 0.2, 0.3, 0.4]],
  ])("up to %d has round ticks", (max, ticks) => {
    const scale = linearScale(max);
    expect(scale.ticks.map((tick) => Number(tick.toFixed(6)))).toEqual(ticks);
    expect(scale.at(0)).toBe(0);
    expect(scale.at(ticks.at(-1)!)).toBeCloseTo(1);
    expect(scale.at(max)).toBeLessThanOrEqual(1);
  });

  test("has ticks without values", () => {
    expect(linearScale(0).at(0)).toBe(0);
  });
});

describe("a scale of times", () => {
  test("shows a second and a day in one chart", () => {
    const scale = timeScale([0.8, 90_000]);
    expect(scale.ticks).toEqual([0.1, 1, 10, 60, 600, 3600, 21_600, 86_400, 604_800]);
    expect(scale.at(0.1)).toBe(0);
    expect(scale.at(604_800)).toBe(1);
    expect(scale.at(1)).toBeGreaterThan(0.1);
  });

  test("stays within the chart for one value, no value, and years", () => {
    for (const value of [0, 1, 1e9]) {
      const at = timeScale([value]).at(value);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(1);
    }
  });
});
