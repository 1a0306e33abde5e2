import { expect, test } from "vitest";
import { errorName } from "./error-name.ts";

const coded = (message: string, code: unknown, cause?: unknown) =>
  Object.assign(new Error(message, { cause }), { code });

test("uses the code of an error or of any of its causes", () => {
  expect(errorName(coded("duplicate key: (오늘은)", "23505"))).toBe("23505");
  expect(errorName(new TypeError("fetch failed", { cause: coded("connect", "ECONNREFUSED") }))).toBe(
    "ECONNREFUSED",
  );
});

test("uses the name of an error without a code, never its message", () => {
  expect(errorName(new RangeError("오늘은 힘들었어요"))).toBe("RangeError");
  expect(errorName(coded("aborted", 20))).toBe("Error");
  expect(errorName("오늘은 힘들었어요")).toBe("unknown error");
});

test("names an unreachable database although its driver gives no code", () => {
  expect(errorName(new Error("Connection terminated unexpectedly"))).toBe("database away");
});
