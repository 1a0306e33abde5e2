import { expect, it } from "vitest";
import { joinFontSets, readFontSets } from "./fonts";

it("reads back the font sets that it wrote", () => {
  expect(readFontSets(joinFontSets(["serif", "sans"]))).toEqual(["serif", "sans"]);
});

it("ignores anything else in the cookie", () => {
  expect(readFontSets('page."><script>.constructor')).toEqual(["page"]);
  expect(readFontSets(undefined)).toEqual([]);
});
