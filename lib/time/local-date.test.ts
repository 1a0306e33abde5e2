import { describe, expect, test } from "vitest";

import { isCalendarDate, latestDate, localDate, startOfLocalDay } from "./local-date.ts";

describe("a diary date", () => {
  test.each(["2026-11-21", "2024-02-29", "1999-12-31"])("%s is a day", (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-1-1",
    "0000-01-01",
    "20261121",
    "2026-11-21T00:00",
    "today",
    "",
  ])("%s is not", (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });

  test("is the writer's own day, not the server's", () => {
    const now = new Date("2026-11-20T15:30:00Z");
    expect(localDate("Asia/Seoul", now)).toBe("2026-11-21");
    expect(localDate("America/Los_Angeles", now)).toBe("2026-11-20");
  });

  test("can be no later than the current day in UTC+14", () => {
    expect(latestDate(new Date("2026-11-20T10:30:00Z"))).toBe("2026-11-21");
  });
});

describe("the start of a local day", () => {
  test("is midnight in Seoul", () => {
    expect(startOfLocalDay("Asia/Seoul", new Date("2026-11-21T12:00:00Z")).toISOString()).toBe(
      "2026-11-20T15:00:00.000Z",
    );
  });

  test("is right on the day when clocks go back", () => {
    const evening = new Date("2026-11-02T03:00:00Z"); // 1 November in New York, 25 hours long
    expect(startOfLocalDay("America/New_York", evening).toISOString()).toBe("2026-11-01T04:00:00.000Z");
  });
});
