import { expect, test } from "vitest";
import { addDays, mondayOf, startOfDay } from "./local-days.ts";

test.each([
  ["2026-11-22", "Asia/Seoul", "2026-11-21T15:00:00.000Z"],
  ["2026-11-22", "UTC", "2026-11-22T00:00:00.000Z"],
  ["2026-11-22", "Pacific/Kiritimati", "2026-11-21T10:00:00.000Z"],
  ["2026-11-22", "Etc/GMT+12", "2026-11-22T12:00:00.000Z"],
  ["2026-11-22", "Asia/Kathmandu", "2026-11-21T18:15:00.000Z"],
  // The days on which New York changes its clocks, and the ones after.
  ["2026-03-08", "America/New_York", "2026-03-08T05:00:00.000Z"],
  ["2026-03-09", "America/New_York", "2026-03-09T04:00:00.000Z"],
  ["2026-11-02", "America/New_York", "2026-11-02T05:00:00.000Z"],
])("%s begins in %s at %s", (date, zone, at) => {
  expect(startOfDay(date, zone).toISOString()).toBe(at);
});

test("returns a moment for a day that the zone skipped", () => {
  expect(Number.isNaN(startOfDay("2011-12-30", "Pacific/Apia").getTime())).toBe(false);
});

test("adds days across months and years, and starts weeks on Monday", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  expect(mondayOf("2026-11-22")).toBe("2026-11-16");
  expect(mondayOf("2026-11-16")).toBe("2026-11-16");
});
