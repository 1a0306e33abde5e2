import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { notFound } from "next/navigation";
import { expect, test } from "vitest";
import { problemKindOf } from "./problem";

function notFoundError(): unknown {
  try {
    return notFound();
  } catch (error) {
    return error;
  }
}

test.each([
  ["no answer came", new TypeError("Failed to fetch"), true, "OFFLINE"],
  ["the connection broke within an answer", new Error("Connection closed."), false, "OFFLINE"],
  ["the server answered with a page", new Error("An unexpected response was received"), true, "SERVER"],
  ["the action threw", Object.assign(new Error("hidden"), { digest: "1234" }), true, "SERVER"],
  ["the server has another build", new UnrecognizedActionError("unknown"), true, "UPDATED"],
  ["there is nothing to act on", notFoundError(), true, "REFUSED"],
])("when %s", (_, error, isOnline, kind) => {
  expect(problemKindOf(error, isOnline)).toBe(kind);
});
