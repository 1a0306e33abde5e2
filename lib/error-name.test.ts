import { expect, test } from "vitest";
import { errorName } from "./error-name.ts";

const coded = (message: string, code: unknown, cause?: unknown) =>
  Object.assign(new Error(message, { cause }), { code });

test("an error is called by its code, wherever in its causes that is", () => {
  expect(errorName(coded("duplicate key: (오늘은)", "23505"))).toBe("23505");
  expect(errorName(new TypeError("fetch failed", { cause: coded("connect", "ECONNREFUSED") }))).toBe(
    "ECONNREFUSED",
  );
});

test("one without a code is called by its kind, never by its words", () => {
  expect(errorName(new RangeError("오늘은 힘들었어요"))).toBe("RangeError");
  expect(errorName(coded("aborted", 20))).toBe("Error");
  expect(errorName("오늘은 힘들었어요")).toBe("unknown error");
});

test("a database that cannot be reached is called that, though its driver gives no code", () => {
  expect(errorName(new Error("Connection terminated unexpectedly"))).toBe("database away");
});
