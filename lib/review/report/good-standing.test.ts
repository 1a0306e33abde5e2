import { describe, expect, test } from "vitest";

import type { ReportOutcome } from "../../generated/prisma/enums.ts";
import { isBadFaith, isInGoodStanding } from "./good-standing.ts";

const now = new Date("2026-11-22T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 60 * 60 * 1000);
const reporter = { createdAt: hoursAgo(240), suspendedAt: null, noReviewsUntil: null, outcomes: [] };
const outcomes = (dismissed: number, upheld: number): ReportOutcome[] => [
  ...Array.from({ length: dismissed }, () => "DISMISSED" as const),
  ...Array.from({ length: upheld }, () => "UPHELD" as const),
];

describe("good standing", () => {
  test.each([
    ["someone who never reported", {}, true],
    ["a member for a day to the minute", { createdAt: hoursAgo(24) }, true],
    ["a member for less than a day", { createdAt: hoursAgo(23.99) }, false],
    ["a suspended member", { suspendedAt: hoursAgo(1) }, false],
    ["a member suspended from reviewing", { noReviewsUntil: hoursAgo(-1) }, false],
    ["a member whose suspension is over", { noReviewsUntil: hoursAgo(1) }, true],
    ["a member whose reports were dismissed", { outcomes: outcomes(3, 0) }, false],
  ])("of %s", (_, more, isGood) => {
    expect(isInGoodStanding({ ...reporter, ...more }, now)).toBe(isGood);
  });
});

describe("bad faith", () => {
  test.each([
    [0, 0, false],
    [2, 0, false],
    [3, 0, true],
    [3, 2, true],
    [3, 3, false],
    [4, 6, false],
    [6, 4, true],
    [10, 0, true],
  ])("with %i dismissed and %i upheld", (dismissed, upheld, isBad) => {
    expect(isBadFaith(outcomes(dismissed, upheld))).toBe(isBad);
  });
});
