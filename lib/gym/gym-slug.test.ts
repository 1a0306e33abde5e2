import { expect, test } from "vitest";
import { isReservedSlug, isSlug, randomSlug, slugOf } from "./gym-slug.ts";

test.each([
  ["Café Gym, Mapo", "cafe-gym-mapo"],
  ["  Joe's  24h -- Gym!", "joes-24h-gym"],
  ["파도소리 짐", ""],
  ["파도 Gym 2호점", "gym-2"],
  ["x".repeat(80), "x".repeat(60)],
  [`${"x".repeat(59)} gym`, "x".repeat(59)],
])("proposes for %s the slug %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
  expect(slug === "" || isSlug(slug)).toBe(true);
});

test("a slug has only small letters, digits and single hyphens between them", () => {
  for (const good of ["a", "gym-24", randomSlug("gym")]) expect(isSlug(good)).toBe(true);
  for (const bad of ["", "-a", "a-", "a--b", "A", "헬스", "a b", "a/b", "%00", "x".repeat(61)])
    expect(isSlug(bad)).toBe(false);
});

test("a slug is never the address of a page of the app", () => {
  expect(["new", "suggest"].every(isReservedSlug)).toBe(true);
  expect(isReservedSlug("newgym")).toBe(false);
});
