import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { normalise } from "../patterns/normalise.ts";
import { classify, heavyWords } from "./classify.ts";
import { decodeWeights, encodeWeights, loadWeights, weightsFile } from "./weights.ts";

const { thresholds } = loadWeights();
const scoreOf = (text: string) => classify(normalise(text)).score;

// Written for this test: none of them is in the training texts.
test.each([
  "사장 병신 새끼 진짜 역겹다",
  "트레이너 씨발 존나 싸가지 없네 개새끼",
  "ㅅㅂ 여기 다니는 틀딱들 다 꺼져라",
  "씨 발 것들아 환불이나 해라",
  "한남충 김치녀만 모인 헬스장",
])("abuse is above the threshold: %s", (text) => {
  expect(scoreOf(text)).toBeGreaterThan(thresholds.reject);
});

test.each([
  "기구가 많고 트레이너 선생님이 친절하게 알려 주세요",
  "샤워실이 더럽고 환불도 안 해 줘요. 다시는 안 가요",
  "칼로리 소모가 커서 하체 하고 나면 죽을 것 같아요",
  "새끼손가락을 다쳤을 때 테이핑을 해 주셨어요",
  "엄지척! 시발점이 좋았습니다",
  "너무 힘들어요ㅠㅠㅠㅠㅠㅠ ㅋㅋㅋㅋㅋㅋㅋ",
  "",
])("an ordinary review, harsh or not, is below every threshold: %s", (text) => {
  expect(scoreOf(text)).toBeLessThan(Math.min(...Object.values(thresholds)));
});

test("spacing, invisible characters and letters typed one by one change little", () => {
  const plain = scoreOf("사장 개새끼 병신");
  for (const disguised of ["사장 개 새 끼 병 신", "사장 개\u200b새끼 병\u2060신", "사장 ㄱㅐㅅㅐㄲㅣ 병신"]) {
    expect(scoreOf(disguised)).toBeGreaterThan(thresholds.reject);
    expect(Math.abs(scoreOf(disguised) - plain)).toBeLessThan(0.4);
  }
});

test("the heaviest words are the reason, as they were written", () => {
  const text = "기구는 깨끗하고 넓은데 사장은 ㄱㅐ새끼 같아요";
  const words = heavyWords(normalise(text));
  expect(words).toContain("ㄱㅐ새끼");
  expect(words).not.toContain("깨끗하고");
  for (const word of words) expect(text).toContain(word);
});

test("300 characters take less than 2 ms, and ten times as many about ten times as long", () => {
  const review =
    "기구가 많고 깨끗해요! 트레이너 선생님이 자세를 꼼꼼하게 봐 주셔서 허리가 안 아파요ㅎㅎ ".repeat(60);
  const msOf = (chars: number) => {
    const text = review.slice(0, chars);
    const times = Array.from({ length: 60 }, () => {
      const started = performance.now();
      classify(normalise(text));
      return performance.now() - started;
    });
    return Math.min(...times); // what it takes when nothing else runs on the machine
  };
  expect(msOf(300)).toBeLessThan(2);
  expect(msOf(2000)).toBeLessThan(20);
});

test("the weights are within 3 MB and survive being read and written", () => {
  const file = readFileSync(weightsFile);
  expect(file.length).toBeLessThan(3_000_000);
  expect(encodeWeights(decodeWeights(file)).equals(file)).toBe(true);
});
