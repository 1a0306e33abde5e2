import { expect, test } from "vitest";

import { failuresToPause, pauseAfterFailure } from "./circuit.ts";

const call = { isProbe: false, retryAfterMs: null };
const probe = { isProbe: true, retryAfterMs: null };
const paused = (pauses: number) => ({ failures: 9, isPaused: true, pauses });

test("enough consecutive failures begin a pause, fewer do not", () => {
  const after = (failures: number) => pauseAfterFailure({ failures, isPaused: false, pauses: 0 }, call);
  expect(after(failuresToPause - 2)).toBeNull();
  expect(after(failuresToPause - 1)).toBe(15_000);
});

test("each failed probe begins a longer pause, up to five minutes", () => {
  const pauses = Array.from({ length: 8 }, (_, at) => pauseAfterFailure(paused(at + 1), probe)! / 1000);
  expect(pauses).toEqual([30, 60, 120, 240, 300, 300, 300, 300]);
});

test("calls that ran when the pause began do not prolong it", () => {
  expect(pauseAfterFailure(paused(1), call)).toBeNull();
});

test("follows a server's Retry-After up to a limit", () => {
  expect(pauseAfterFailure(paused(1), { ...probe, retryAfterMs: 90_000 })).toBe(90_000);
  expect(pauseAfterFailure(paused(1), { ...probe, retryAfterMs: 1000 })).toBe(30_000);
  expect(pauseAfterFailure(paused(1), { ...probe, retryAfterMs: 86_400_000 })).toBe(15 * 60_000);
});
