import { expect, test } from "vitest";
import { queueQuerySchema } from "../../lib/review/desk/queue-query.ts";
import { isFresh } from "./queue-news-of.ts";

const asOf = 1_000;
const gymId = crypto.randomUUID();
const opened = {
  revisionId: crypto.randomUUID(),
  reason: "HELD" as const,
  openedAt: 2_000,
  decidedAt: null,
  gymId,
  locale: "ko",
  category: "UNSURE",
  decidedBy: "MODEL" as const,
  last: null,
};
const decided = { ...opened, reason: null, openedAt: null, decidedAt: 2_000, category: "advertising" };
const asks = (query: object) => queueQuerySchema.parse(query);

test("what was opened since the list was made is new to it, and what was decided without a person to the other", () => {
  expect(isFresh(opened, asks({}), asOf)).toBe(true);
  expect(isFresh(opened, asks({ state: "HELD" }), asOf)).toBe(true);
  expect(isFresh(opened, asks({ state: "FAILED" }), asOf)).toBe(false);
  expect(isFresh(opened, asks({ state: "decided" }), asOf)).toBe(false);
  expect(isFresh(decided, asks({ state: "decided" }), asOf)).toBe(true);
  expect(isFresh(decided, asks({}), asOf)).toBe(false);
  const waiting = { ...opened, reason: "WAITING" as const };
  expect(isFresh(waiting, asks({ state: "WAITING" }), asOf)).toBe(true);
  expect(isFresh(waiting, asks({}), asOf)).toBe(false);
  expect(isFresh({ ...opened, openedAt: 500 }, asks({}), asOf)).toBe(false);
});

test.each([
  [{ gym: gymId }, true],
  [{ gym: crypto.randomUUID() }, false],
  [{ language: "ko" }, true],
  [{ language: "en" }, false],
  [{ category: "UNSURE" }, true],
  [{ category: "hate" }, false],
  [{ by: "MODEL" }, true],
  [{ by: "RULE" }, false],
  [{ age: "hour" }, false],
  [{ q: "샤워" }, false],
])("only what the list is narrowed down to counts: %j", (query, expected) => {
  expect(isFresh(opened, asks(query), asOf)).toBe(expected);
});
