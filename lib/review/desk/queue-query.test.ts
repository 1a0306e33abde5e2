import { expect, test } from "vitest";
import { parseQueueHref, queueHref, queueQuerySchema } from "./queue-query.ts";

const nothing = queueQuerySchema.parse({});

test("the URL of the queue contains its state and filters, and is parsed back to the same", () => {
  const query = {
    state: "REPORTED",
    category: "hate",
    gym: crypto.randomUUID(),
    language: "en",
    age: "day",
    by: "MODEL",
    q: "샤워 100%_",
    author: crypto.randomUUID(),
    same: crypto.randomUUID(),
    taken: crypto.randomUUID(),
    after: { rank: 0, at: new Date("2026-11-22T01:02:03.004Z"), id: crypto.randomUUID() },
    before: undefined,
    item: crypto.randomUUID(),
  } as const;
  expect(parseQueueHref(queueHref(query))).toEqual(query);
  const back = { ...nothing, before: query.after };
  expect(parseQueueHref(queueHref(back))).toEqual(back);
});

test("a URL without parameters is the whole queue", () => {
  expect(queueHref(nothing)).toBe("/admin/moderation");
});

test.each([
  {
    state: "gone",
    category: "'; DROP",
    gym: "x",
    language: "fr",
    age: "year",
    by: "me",
    author: "x",
    same: "y",
    item: "1",
  },
  { state: ["HELD"], after: "x.y", before: ["1"], q: ["a"], item: ["a"] },
  { after: `1.zzzzzzzzz.${"-".repeat(36)}` },
  { after: `2.mhx2k3.${crypto.randomUUID()}`, before: `mhx2k3.${crypto.randomUUID()}` },
])("what it says badly counts as not said: %j", (params) => {
  expect(queueQuerySchema.parse(params)).toEqual(nothing);
});

test.each(["//elsewhere.test/?state=HELD", "not an address", "", "https://elsewhere.test/x?item=1"])(
  "a form cannot send anyone elsewhere: %s",
  (here) => {
    expect(queueHref(parseQueueHref(here))).toMatch(/^\/admin\/moderation(\?|$)/);
  },
);
