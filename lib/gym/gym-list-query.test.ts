import { describe, expect, test } from "vitest";
import { gymListHref, gymListQuerySchema } from "./gym-list-query.ts";

describe("the query of the list of gyms", () => {
  test("has the search, the order and the page", () => {
    const query = gymListQuerySchema.parse({ q: " 마포 ", sort: "name", page: "3" });
    expect(query).toEqual({ q: "마포", district: "", sort: "name", page: 3 });
    expect(gymListHref("/gyms", query)).toBe("/gyms?q=%EB%A7%88%ED%8F%AC&sort=name&page=3");
    expect(gymListHref("/gyms", { district: "중구" })).toBe("/gyms?district=%EC%A4%91%EA%B5%AC");
    expect(gymListHref("/gyms", { q: "", sort: "rating", page: 1 })).toBe("/gyms");
  });

  test.each([
    {},
    { q: ["a", "b"], sort: "best", page: "-1" },
    { q: "\u0000", sort: ["name"], page: "two" },
    { page: "1.5", district: ["마포구"] },
    { district: "구".repeat(121) },
    { page: "1e9" },
  ])("says nothing where it says it badly: %j", (params) => {
    expect(gymListQuerySchema.parse(params)).toEqual({ q: "", district: "", sort: "rating", page: 1 });
  });
});
