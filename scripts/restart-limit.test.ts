import { expect, it } from "vitest";

import { RestartLimit } from "./restart-limit.ts";

it("waits longer after each death, and gives up after five within a minute", () => {
  const limit = new RestartLimit();
  expect([0, 1000, 2000, 3000, 4000].map((now) => limit.nextDelayMs(now))).toEqual([
    250,
    500,
    1000,
    2000,
    null,
  ]);
});

it("ignores deaths that are older than a minute", () => {
  const limit = new RestartLimit();
  const everyQuarter = Array.from({ length: 20 }, (_, at) => limit.nextDelayMs(at * 16_000));
  expect(everyQuarter).not.toContain(null);
  expect(new Set(everyQuarter.slice(4))).toEqual(new Set([2000]));
});
