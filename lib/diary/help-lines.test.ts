import { describe, expect, test } from "vitest";

import { suggestsSelfHarm } from "./help-lines.ts";

describe("help lines are shown", () => {
  test.each([
    "요즘은 그냥 죽고 싶다는 생각만 든다",
    "죽고싶어",
    "이대로 사라지고 싶다",
    "자살하는 방법을 찾아봤다",
    "살고 싶지 않아",
    "더 이상 살 이유가 없다",
    "차라리 죽는 게 나을 것 같아",
    "손목을 그었다",
    "유서를 썼다",
    "다 끝내버리고 싶어",
    "극단적인 선택을 생각했다",
    "I want to die.",
    "I keep thinking about killing myself",
    "there is no reason to live",
    "everyone would be better off without me",
    "I wish I was dead",
    "I don't want to wake up tomorrow",
    "I cut myself again",
    "죽고 싶다".normalize("NFD"),
  ])("for %s", (text) => {
    expect(suggestsSelfHarm(text)).toBe(true);
  });
});

describe("help lines stay away", () => {
  test.each([
    "배고파 죽겠다. 저녁은 뭐 먹지",
    "웃겨 죽는 줄 알았다",
    "죽을 만큼 맛있는 떡볶이",
    "오늘 저녁은 전복죽을 먹고 싶다",
    "일이 너무 많아서 살기 바쁘다",
    "더 이상 야근은 못 하겠다",
    "헬스장을 더는 못 다니겠다",
    "손목을 다쳐서 운동을 쉬었다",
    "목을 매끈하게 면도했다",
    "I'm dying of laughter",
    "This deadline is killing me",
    "I want to diet again",
    "We cut the cake ourselves",
  ])("for %s", (text) => {
    expect(suggestsSelfHarm(text)).toBe(false);
  });
});
