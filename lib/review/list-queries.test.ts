import { describe, expect, test } from "vitest";
import { gymListHref, gymListQuerySchema } from "../gym/gym-list-query.ts";
import { reviewListHref, reviewListQuerySchema } from "./review-list-query.ts";

describe("the address of the list of gyms", () => {
  test("says what to look for, how to sort and which page", () => {
    const query = gymListQuerySchema.parse({ q: " 마포 ", sort: "name", page: "3" });
    expect(query).toEqual({ q: "마포", sort: "name", page: 3 });
    expect(gymListHref("/gyms", query)).toBe("/gyms?q=%EB%A7%88%ED%8F%AC&sort=name&page=3");
    expect(gymListHref("/gyms", { q: "", sort: "rating", page: 1 })).toBe("/gyms");
  });

  test.each([
    {},
    { q: ["a", "b"], sort: "best", page: "-1" },
    { q: "\u0000", sort: ["name"], page: "two" },
    { page: "1.5" },
    { page: "1e9" },
  ])("says nothing where it says it badly: %j", (params) => {
    expect(gymListQuerySchema.parse(params)).toEqual({ q: "", sort: "rating", page: 1 });
  });
});

describe("the address of a list of reviews", () => {
  const cursor = { stars: 4, at: new Date("2026-11-22T01:02:03.004Z"), id: crypto.randomUUID() };

  test("keeps the place to the millisecond", () => {
    const href = reviewListHref("/gyms/x", { sort: "lowest", trainer: "han", after: cursor });
    const params = Object.fromEntries(new URL(href, "http://sora.test").searchParams);
    expect(reviewListQuerySchema.parse(params)).toMatchObject({
      sort: "lowest",
      trainer: "han",
      after: cursor,
    });
  });

  test.each([
    { sort: "best", trainer: ["a"], after: "4.x", before: "" },
    { after: `9.abc.${cursor.id}` },
    { after: `4.abc.${"-".repeat(36)}`, before: ["4", "5"] },
  ])("says nothing where it says it badly: %j", (params) => {
    const query = reviewListQuerySchema.parse(params);
    expect(query).toEqual({ sort: "newest", trainer: "", after: undefined, before: undefined });
  });
});
