import { expect, it } from "vitest";
import { isMissingDay } from "./is-missing-day.ts";

it.each(["2026-02-30", "9999-12-31", "yesterday", "%00"])("there is no day %s", (day) => {
  expect(isMissingDay(`/diary/${day}`)).toBe(true);
});

it.each(["/diary", "/diary/past", "/diary/2026-11-21", "/settings", "/gyms/2026-02-30"])(
  "%s may be there",
  (path) => {
    expect(isMissingDay(path)).toBe(false);
  },
);
