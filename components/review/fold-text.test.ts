import { expect, test } from "vitest";
import { foldAt, inCard, inList } from "./fold-text.ts";

test("shows a short text in full", () => {
  expect(foldAt("짧은 글", inCard)).toBe(4);
  expect(foldAt("가".repeat(480), inCard)).toBe(480);
  const lines = "한 줄\n".repeat(12).trim();
  expect(foldAt(lines, inList)).toBe(lines.length);
});

test("folds a long text after a paragraph, else after a sentence, else after a word", () => {
  const words = (count: number) => "말 ".repeat(count).trim();
  const after = (text: string) => text.slice(0, foldAt(text, inCard)).at(-1);
  expect(after(`${words(100)}\n${words(300)}`)).toBe("\n");
  expect(after(`${words(100)}. ${words(300)}`)).toBe(".");
  expect(after(words(400))).toBe(" ");
});

test("folds a text of many short lines after the last line that fits", () => {
  expect("줄\n".repeat(900).slice(0, foldAt("줄\n".repeat(900), inList))).toBe("줄\n".repeat(12));
});

test("folds an endless word between characters", () => {
  expect(foldAt("가".repeat(1000), inCard)).toBe(320);
  const emoji = `a${"😀".repeat(500)}`;
  expect(emoji.slice(0, foldAt(emoji, inCard)).isWellFormed()).toBe(true);
});
