import { afterEach, expect, test, vi } from "vitest";

import { captureLog } from "../../test/captured-log.ts";
import { gateConsole } from "./console-gate.ts";
import { reportRequestError } from "./report-request-error.ts";

const { error, warn } = console;
afterEach(() => {
  Object.assign(console, { error, warn });
  vi.useRealTimers();
});

const request = (requestId: string) => ({
  path: "/diary/2026-11-21?next=%0A",
  method: "POST",
  headers: { "x-request-id": requestId },
});
const context = {
  routerKind: "App Router",
  routePath: "/diary/[date]",
  routeType: "action",
  renderSource: "react-server-components",
  revalidateReason: undefined,
} as const;

test("writes one record of an error that Next prints and reports, with the route's pattern", async () => {
  vi.useFakeTimers();
  const { records } = captureLog();
  gateConsole();
  const failure = Object.assign(new Error("gym\nforged {}".repeat(50_000)), { digest: "123" });
  console.error("⨯", failure);
  await reportRequestError(failure, request("r-1"), context);
  await reportRequestError(failure, request("r-1"), context);
  console.error(failure);
  await vi.runAllTimersAsync();
  expect(records).toEqual([
    expect.objectContaining({
      level: "error",
      event: "request failed",
      requestId: "r-1",
      method: "POST",
      route: "/diary/[date]",
      kind: "action",
      digest: "123",
      error: "Error",
    }),
  ]);
  expect(JSON.stringify(records)).not.toMatch(/forged|2026-11-21/);
  expect(JSON.stringify(records[0]).length).toBeLessThan(1000);
});

test("writes a record of an error that is only printed", async () => {
  vi.useFakeTimers();
  const { records } = captureLog();
  gateConsole();
  console.error("uncaughtException: ", new RangeError("오늘은"));
  await vi.runAllTimersAsync();
  expect(records).toEqual([
    expect.objectContaining({ event: "console", error: "RangeError", source: "uncaughtException" }),
  ]);
});

test("keeps only the first words of a text", () => {
  const { records } = captureLog();
  gateConsole();
  console.error('Failed to find Server Action "오늘은\nforged". 600 kB');
  console.warn("오늘은");
  expect(records).toEqual([
    expect.objectContaining({ level: "error", event: "console", source: "Failed to find Server Action" }),
    expect.objectContaining({ level: "warn", event: "console" }),
  ]);
  expect(records[1]).not.toHaveProperty("source");
});
