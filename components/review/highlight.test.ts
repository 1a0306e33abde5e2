import { expect, test } from "vitest";
import { highlight } from "./highlight.ts";

const shown = (text: string, words: string[]) =>
  highlight(text, words)
    .map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
    .join("");

test("marks every occurrence of the words", () => {
  expect(shown("바보 같은 곳, 정말 바보", ["바보"])).toBe("[바보] 같은 곳, 정말 [바보]");
});

test("overlapping or adjacent words are one mark", () => {
  expect(shown("abcdef", ["bcd", "cde"])).toBe("a[bcde]f");
  expect(shown("aaaa", ["aa"])).toBe("[aaaa]");
});

test("loses no letter, whatever the words", () => {
  for (const words of [[], [""], ["없는 말"], ["😀"], ["abc😀def"]]) {
    expect(
      highlight("abc😀def", words)
        .map(({ text }) => text)
        .join(""),
    ).toBe("abc😀def");
  }
  expect(highlight("", ["a"])).toEqual([]);
});
