import { expect, test } from "vitest";
import { negotiateLocale } from "./locale.ts";

test.each([
  ["ko-KR,ko;q=0.9,en;q=0.8", "ko"],
  ["en-GB", "en"],
  ["fr-FR, en;q=0.3, ko;q=0.7", "ko"],
  ["ko;q=0, en", "en"],
  ["de", "ko"],
  ["*", "ko"],
  [";;;,q=", "ko"],
  [null, "ko"],
])("answers %s in %s", (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});
