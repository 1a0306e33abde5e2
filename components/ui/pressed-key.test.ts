import { expect, test } from "vitest";
import { pressedKey } from "./pressed-key.ts";

const pressed = (key: string, code: string, more: object = {}) =>
  pressedKey({ key, code, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...more });

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
])("a key is the character that it types, else its position: %s", (_, key, code, expected) => {
  expect(pressed(key, code)).toBe(expected);
});

test("the question mark needs Shift, also on a Hangul keyboard", () => {
  expect(pressed("?", "Slash", { shiftKey: true })).toBe("?");
  expect(pressed("Process", "Slash", { shiftKey: true })).toBe("?");
});

test.each([{ ctrlKey: true }, { altKey: true }, { metaKey: true }])(
  "a key with %j is the browser's",
  (held) => {
    expect(pressed("a", "KeyA", held)).toBeNull();
  },
);

test("ignores keys that type nothing, except Escape", () => {
  expect(pressed("Enter", "Enter")).toBeNull();
  expect(pressed("Tab", "Tab")).toBeNull();
  expect(pressed("!", "Digit1", { shiftKey: true })).toBeNull();
  expect(pressed("Escape", "Escape")).toBe("Escape");
});
