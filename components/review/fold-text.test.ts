import { expect, test } from "vitest";
import { foldAt } from "./fold-text.ts";

test("shows what is short whole", () => {
  expect(foldAt("짧은 글")).toBe(4);
  expect(foldAt("가".repeat(480))).toBe(480);
});

test("folds a long text after a paragraph, else after a sentence, else after a word", () => {
  const words = (count: number) => "말 ".repeat(count).trim();
  const after = (text: string) => text.slice(0, foldAt(text)).at(-1);
  expect(after(`${words(100)}\n${words(300)}`)).toBe("\n");
  expect(after(`${words(100)}. ${words(300)}`)).toBe(".");
  expect(after(words(400))).toBe(" ");
});

test("an endless word is folded between characters", () => {
  expect(foldAt("가".repeat(1000))).toBe(320);
  const emoji = `a${"😀".repeat(500)}`;
  expect(emoji.slice(0, foldAt(emoji)).isWellFormed()).toBe(true);
});
