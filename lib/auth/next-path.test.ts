import { expect, test } from "vitest";
import { nextPathOf, purposeOf, safeNextPath } from "./next-path.ts";

test.each([
  ["/diary/2026-11-21", "/diary/2026-11-21"],
  ["/settings?saved=1#password", "/settings?saved=1#password"],
  ["/diary/../settings", "/settings"],
  ["/일기", "/%EC%9D%BC%EA%B8%B0"],
])("accepts %s", (next, path) => {
  expect(safeNextPath(next)).toBe(path);
});

test.each([
  "https://evil.example/diary",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "/.//evil.example",
  "/%2e//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "javascript:alert(1)",
  "diary",
  "",
  " /diary",
  "/api/auth/callback/kakao",
  "/signin?next=/signin",
  "/signup",
  `/${"a".repeat(600)}`,
  undefined,
  ["/diary", "/settings"],
])("leads to the diary for %j", (next) => {
  expect(safeNextPath(next)).toBe("/diary");
});

test.each([
  ["/gyms/sea-gym/review", "review"],
  ["/gyms/sea-gym/review?trainer=han", "review"],
  ["/gyms", "gyms"],
  ["/gyms/sea-gym?sort=lowest", "gyms"],
  ["/me/reviews#review-1", "gyms"],
  ["/me/appeals/1?next=%2Fme%2Freviews", "gyms"],
  ["/gymsuit", "diary"],
  ["/settings", "diary"],
] as const)("the purpose of %s is: %s", (next, purpose) => {
  expect(purposeOf(next)).toBe(purpose);
});

test("a form leads to its next page or its default page, never to another site", () => {
  const form = new FormData();
  expect(nextPathOf(form, "/me/reviews")).toBe("/me/reviews");
  form.set("next", "/gyms/bada-gym");
  expect(nextPathOf(form, "/me/reviews")).toBe("/gyms/bada-gym");
  form.set("next", "//evil.example");
  expect(nextPathOf(form, "/me/reviews")).toBe("/diary");
});
