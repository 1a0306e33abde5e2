import { expect, test } from "vitest";
import { readExportRange } from "./export-range.ts";
import { metricQuerySchema, metricRanges, spanOf } from "./metric-range.ts";

const now = new Date("2026-11-22T06:47:00Z"); // a Sunday, 15:47 in Seoul

test.each([
  ["day", 24, "2026-11-21T07:00:00.000Z", "2026-11-22T07:00:00.000Z"],
  ["week", 7, "2026-11-15T15:00:00.000Z", "2026-11-22T15:00:00.000Z"],
  ["month", 30, "2026-10-23T15:00:00.000Z", "2026-11-22T15:00:00.000Z"],
  ["quarter", 13, "2026-08-23T15:00:00.000Z", "2026-11-22T15:00:00.000Z"],
] as const)("a %s is %d buckets up to the end of the one that runs", (range, count, from, until) => {
  const span = spanOf(range, "Asia/Seoul", now);
  expect(span.edges).toHaveLength(count);
  expect(span.edges[0]?.toISOString()).toBe(from);
  expect(span.until.toISOString()).toBe(until);
});

test("buckets are whole hours and days in the reader's zone, also on days of 23 and 25 hours", () => {
  const kathmandu = spanOf("day", "Asia/Kathmandu", now);
  expect(kathmandu.edges.at(-1)?.toISOString()).toBe("2026-11-22T06:15:00.000Z");
  const spring = spanOf("week", "America/New_York", new Date("2026-03-10T12:00:00Z"));
  const hours = spring.edges
    .slice(1)
    .map((edge, index) => (edge.getTime() - spring.edges[index]!.getTime()) / 3_600_000);
  expect(hours).toEqual([24, 24, 24, 24, 23, 24]);
});

test("every range is in order and has the current moment in its last bucket", () => {
  for (const range of metricRanges) {
    for (const zone of ["Asia/Seoul", "America/St_Johns", "Pacific/Chatham", "Etc/GMT+12"]) {
      const { edges, until } = spanOf(range, zone, now);
      expect(edges).toEqual(edges.toSorted((a, b) => a.getTime() - b.getTime()));
      expect(edges.at(-1)!.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(until.getTime()).toBeGreaterThan(now.getTime());
    }
  }
});

test.each([{}, { range: "year" }, { range: ["day", "week"] }])(
  "an address that says no range is a week: %j",
  (query) => expect(metricQuerySchema.parse(query).range).toBe("week"),
);

test("an export includes both days, in the reader's zone", () => {
  const range = readExportRange({ from: "2026-11-01", to: "2026-11-01" }, "Asia/Seoul");
  expect(range).toEqual({
    ok: true,
    data: { from: new Date("2026-10-31T15:00:00Z"), until: new Date("2026-11-01T15:00:00Z") },
  });
  expect(readExportRange({ from: "2025-11-22", to: "2026-11-22" }, "UTC").ok).toBe(true);
});

test.each([
  {},
  { from: "2026-11-02", to: "2026-11-01" },
  { from: "2026-02-30", to: "2026-03-01" },
  { from: "2025-11-21", to: "2026-11-22" }, // 367 days
  { from: ["2026-11-01"], to: "2026-11-01" },
  { from: "'; DROP", to: "\u0000" },
])("no export of %j", (params) => {
  expect(readExportRange(params, "UTC")).toEqual({ ok: false, error: "INVALID_INPUT" });
});
