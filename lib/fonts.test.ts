import { expect, it } from "vitest";
import { joinFontSets, readFontSets } from "./fonts";

it("reads back the font sets that it wrote", () => {
  expect(readFontSets(joinFontSets(["serif", "sans"]))).toEqual(["serif", "sans"]);
});

it("takes nothing else from a cookie", () => {
  expect(readFontSets('page."><script>.constructor')).toEqual(["page"]);
  expect(readFontSets(undefined)).toEqual([]);
});
