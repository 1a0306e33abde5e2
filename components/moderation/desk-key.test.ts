import { expect, test } from "vitest";
import { deskKeyOf, ruleKey } from "./desk-key.ts";

const pressed = (key: string, code: string, more: object = {}) =>
  deskKeyOf({ key, code, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...more });

test.each([
  ["a Latin keyboard", "j", "KeyJ", "j"],
  ["caps lock", "A", "KeyA", "a"],
  ["a Hangul keyboard", "ㅓ", "KeyJ", "j"],
  ["an input method that composes", "Process", "KeyR", "r"],
  ["a Dvorak keyboard, whose h is where j is elsewhere", "h", "KeyJ", "h"],
  ["a figure", "1", "Digit1", "1"],
  ["a figure of the number block", "7", "Numpad7", "7"],
  ["the keys beside the figures", "-", "Minus", "-"],
  ["search", "/", "Slash", "/"],
])("a key is what it writes, else its place: %s", (_, key, code, expected) => {
  expect(pressed(key, code)).toBe(expected);
});

test("the question mark takes Shift, on a Hangul keyboard too", () => {
  expect(pressed("?", "Slash", { shiftKey: true })).toBe("?");
  expect(pressed("Process", "Slash", { shiftKey: true })).toBe("?");
});

test.each([{ ctrlKey: true }, { altKey: true }, { metaKey: true }])(
  "a key with %j is the browser's",
  (held) => {
    expect(pressed("a", "KeyA", held)).toBeNull();
  },
);

test("keys that write nothing are none of ours, but for Escape", () => {
  expect(pressed("Enter", "Enter")).toBeNull();
  expect(pressed("Tab", "Tab")).toBeNull();
  expect(pressed("!", "Digit1", { shiftKey: true })).toBeNull();
  expect(pressed("Escape", "Escape")).toBe("Escape");
});

test("no rule's key is another key of the desk", () => {
  const keys = Array.from({ length: 20 }, (_, at) => ruleKey(at));
  expect(new Set(keys).size).toBe(20);
  for (const key of "jkaremnxz/?") expect(keys).not.toContain(key);
});
