import { expect, test } from "vitest";
import { isCommonPassword } from "./common-passwords.ts";

test.each(["123456", "qwerty", "Password", " iloveyou ", "dragon"])("%s is common", (password) => {
  expect(isCommonPassword(password)).toBe(true);
});

test.each(["sea and paper", "바다와 종이를 위해", "sora-demo-1"])("%s is not common", (password) => {
  expect(isCommonPassword(password)).toBe(false);
});
