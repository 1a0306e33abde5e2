import { expect, test } from "vitest";
import { isCommonPassword } from "./common-passwords.ts";

test.each(["123456", "qwerty", "Password", " iloveyou ", "dragon"])("%s is common", (password) => {
  expect(isCommonPassword(password)).toBe(true);
});

test.each(["sora2026", "Sora-Diary!", "ＳＯＲＡ １２３４", "소라 일기장 2026", "gymgymgym"])(
  "%s is made of our own words",
  (password) => expect(isCommonPassword(password)).toBe(true),
);

test.each(["12041999-7731", "sea and paper", "바다와 종이를 위해", "sora-demo-1", "soraya writes"])(
  "%s is not common",
  (password) => {
    expect(isCommonPassword(password)).toBe(false);
  },
);
