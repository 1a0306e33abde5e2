import { expect, test } from "vitest";

import { findNearCopies } from "./near-copy.ts";

const text =
  "바다짐은 시설이 정말 깨끗하고 트레이너 선생님들이 친절해요. 처음 등록했는데 자세부터 하나하나 봐 주셔서 좋았어요. 강력 추천합니다!";
const areAlike = (one: string, other: string) => findNearCopies(one, [other]).areCopies[0];

test.each([
  ["with other spacing and punctuation", text.replaceAll(" ", "  ").replaceAll(".", "!!")],
  ["with another name", text.replace("바다짐", "파도짐")],
  ["with one more word", `${text} 최고`],
  ["with invisible letters", text.replaceAll("요", "요\u200b")],
])("a text is a copy %s", (_, other) => {
  expect(areAlike(text, other)).toBe(true);
  expect(areAlike(other, text)).toBe(true);
});

test("texts without letters are not copies of each other", () => {
  expect(areAlike("👍👍👍", "!!!")).toBe(false);
});

test.each([
  [
    "about the same",
    "샤워실이 깨끗하고 트레이너 선생님들이 친절해요. 자세를 봐 주셔서 허리가 덜 아파졌어요. 추천합니다!",
  ],
  ["the beginning of it", text.slice(0, 40)],
  ["only punctuation", "!!! 👍👍👍"],
])("another text is not a copy: %s", (_, other) => {
  expect(areAlike(text, other)).toBe(false);
  expect(areAlike(other, text)).toBe(false);
});
