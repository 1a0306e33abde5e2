import { describe, expect, test } from "vitest";
import { reviewListHref, reviewListQuerySchema } from "./review-list-query.ts";

describe("the address of a list of reviews", () => {
  const cursor = { stars: 4, at: new Date("2026-11-22T01:02:03.004Z"), id: crypto.randomUUID() };

  test("keeps the cursor's time to the millisecond", () => {
    const href = reviewListHref("/gyms/x", {
      sort: "lowest",
      trainer: "han",
      said: "0123456789ab",
      after: cursor,
    });
    const params = Object.fromEntries(new URL(href, "http://sora.test").searchParams);
    expect(reviewListQuerySchema.parse(params)).toMatchObject({
      sort: "lowest",
      trainer: "han",
      said: "0123456789ab",
      after: cursor,
    });
  });

  test.each([
    { sort: "best", trainer: ["a"], said: "x", after: "4.x", before: "" },
    { after: `9.abc.${cursor.id}` },
    { after: `4.abc.${"-".repeat(36)}`, before: ["4", "5"] },
  ])("says nothing where it says it badly: %j", (params) => {
    const query = reviewListQuerySchema.parse(params);
    expect(query).toEqual({
      sort: "newest",
      trainer: "",
      said: "",
      after: undefined,
      before: undefined,
    });
  });
});
