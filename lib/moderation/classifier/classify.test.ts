import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { fineMentions } from "../../../test/moderation/fine-mentions.ts";
import { normalise } from "../patterns/normalise.ts";
import { classify, decisiveWords } from "./classify.ts";
import { decodeWeights, encodeWeights, loadWeights, weightsFile } from "./weights.ts";

const { thresholds } = loadWeights();
const scoreOf = (text: string) => classify(normalise(text)).score;

// Written for this test; not in the training texts.
test.each([
  "사장 병신 새끼 진짜 역겹다",
  "트레이너 씨발 존나 싸가지 없네 개새끼",
  "ㅅㅂ 여기 다니는 틀딱들 다 꺼져라",
  "씨 발 것들아 환불이나 해라",
  "한남충 김치녀만 모인 헬스장",
])("scores abuse above the threshold: %s", (text) => {
  expect(scoreOf(text)).toBeGreaterThan(thresholds.reject);
});

test.each([
  "기구가 많고 트레이너 선생님이 친절하게 알려 주세요",
  "샤워실이 더럽고 환불도 안 해 줘요. 다시는 안 가요",
  "칼로리 소모가 커서 하체 하고 나면 죽을 것 같아요",
  "새끼손가락을 다쳤을 때 테이핑을 해 주셨어요",
  "엄지척! 시발점이 좋았습니다",
  "환불이나 해라",
  "청소 좀 해라",
  "말이나 똑바로 해라",
  "사장님 이 글 보면 답 좀 해라",
  "뭐가 프리미엄이냐",
  "너무 힘들어요ㅠㅠㅠㅠㅠㅠ ㅋㅋㅋㅋㅋㅋㅋ",
  "",
])("scores an ordinary review, harsh or not, below every threshold: %s", (text) => {
  expect(scoreOf(text)).toBeLessThan(Math.min(...Object.values(thresholds)));
});

test("scores nearly the same despite spacing, invisible characters and separately typed letters", () => {
  const plain = scoreOf("사장 개새끼 병신");
  for (const disguised of ["사장 개 새 끼 병 신", "사장 개\u200b새끼 병\u2060신", "사장 ㄱㅐㅅㅐㄲㅣ 병신"]) {
    expect(scoreOf(disguised)).toBeGreaterThan(thresholds.reject);
    expect(Math.abs(scoreOf(disguised) - plain)).toBeLessThan(0.4);
  }
});

test("quotes the heaviest words as written", () => {
  const text = "기구는 깨끗하고 넓은데 사장은 ㄱㅐ새끼 같아요";
  const words = decisiveWords(normalise(text));
  expect(words).toContain("ㄱㅐ새끼");
  expect(words).not.toContain("깨끗하고");
  for (const word of words) expect(text).toContain(word);
});

test.each([
  ["씨 발 것들아 환불이나 해라", ["씨 발 것들아"]],
  ["씨 발 것들아…", ["씨 발 것들아"]],
  ["병신 새끼예요", ["병신 새끼예요"]],
  ["기구는 좋은데 트레이너가 병신 새끼예요.", ["병신 새끼예요"]],
  ["샤워실은 넓은데 직원 년이 존나 싸가지 없어요!", ["년이 존나 싸가지"]],
  ["ㅅㅂ 여기 다니는 틀딱들 다 꺼져라", ["ㅅㅂ", "틀딱들 다 꺼져라"]],
  ["개새끼 개새끼 개새끼", ["개새끼 개새끼 개새끼"]],
])("quotes whole words as written: %s", (text, quotes) => {
  expect(decisiveWords(normalise(text))).toEqual(quotes);
});

test("quotes nothing when no word explains the score", () => {
  expect(decisiveWords(normalise("기구가 많고 트레이너 선생님이 친절하게 알려 주세요"))).toEqual([]);
});

test("takes the evidence of a long text from its worst part, in the same time", () => {
  const polite = "기구가 넉넉하고 깨끗해서 아침마다 즐겁게 운동하고 있어요. ".repeat(40);
  const text = `${polite}트레이너 새끼 존나 병신 같아 씨발. ${polite}`.slice(0, 2000);
  const words = decisiveWords(normalise(text));
  expect(words.some((word) => ["새끼", "존나", "병신", "씨발"].some((rude) => word.includes(rude)))).toBe(
    true,
  );
  for (const word of words) expect(polite).not.toContain(word);
});

test("scores hand-written mentions of groups, bodies and places below every threshold", () => {
  const limit = Math.min(...Object.values(thresholds));
  expect(fineMentions.filter((text) => scoreOf(text) >= limit)).toEqual([]);
});

test.each([
  "여자들은 집에서 운동하기 힘들잖아요",
  "여자 화장실 냄새가 나요",
  "못생긴 저도 자신감이 생겼어요",
])("allows a mention without contempt: %s", (text) => {
  expect(scoreOf(text)).toBeLessThan(Math.min(...Object.values(thresholds)));
});

test("rejects an insult of another person beside an insult of oneself", () => {
  expect(scoreOf("못생긴 저 트레이너 새끼")).toBeGreaterThan(thresholds.hold);
  expect(scoreOf("멍청한 저도 아는데 사장 병신 새끼")).toBeGreaterThan(thresholds.reject);
});

test("needs less than 2 ms of CPU time for 300 characters, and about seven times as much for 2,000", () => {
  const review =
    "기구가 많고 깨끗해요! 트레이너 선생님이 자세를 꼼꼼하게 봐 주셔서 허리가 안 아파요ㅎㅎ ".repeat(60);
  const msOf = (chars: number) => {
    const text = review.slice(0, chars);
    const runs = 60;
    const started = process.threadCpuUsage(); // CPU time, so that other processes do not count
    for (let run = 0; run < runs; run += 1) classify(normalise(text));
    const { user, system } = process.threadCpuUsage(started);
    return (user + system) / 1000 / runs;
  };
  msOf(300);
  expect(msOf(300)).toBeLessThan(2);
  expect(msOf(2000)).toBeLessThan(14);
});

test("keeps the weights below 3 MB and unchanged after decoding and encoding", () => {
  const file = readFileSync(weightsFile);
  expect(file.length).toBeLessThan(3_000_000);
  expect(encodeWeights(decodeWeights(file)).equals(file)).toBe(true);
});
