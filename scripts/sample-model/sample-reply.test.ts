import { describe, expect, it, test } from "vitest";
import { helpLines } from "../../lib/diary/help-lines.ts";
import { type PageKind, kindOf } from "./page-kind.ts";
import { english, korean } from "./sample-phrases.ts";
import { pickQuote } from "./sample-quote.ts";
import { type Tone, composeReply } from "./sample-reply.ts";

const tones: readonly Tone[] = ["T", "F"];

describe("a page that shows the help lines", () => {
  const pages = {
    ko: ["죽고 싶다", "오늘은 좋은 일도 있었다. 그런데 다 끝내고 싶다.", "사라지고 싶어 ㅠㅠ"],
    en: ["I want to die tonight", "Work was fine. I want to end it all.", "gonna kms"],
  };

  it.each(["ko", "en"] as const)("gets one fixed reply for each tone (%s)", (locale) => {
    const replies = tones.map((tone) => pages[locale].map((entry) => composeReply({ entry, tone })));
    for (const ofTone of replies) expect(new Set(ofTone)).toHaveLength(1);
    expect(replies[0]![0]).not.toBe(replies[1]![0]);
    expect(replies.flat().every((reply) => /[가-힣]/.test(reply) === (locale === "ko"))).toBe(true);
  });

  it("names every line, quotes nothing, lists nothing, plans nothing", () => {
    for (const { kinds } of [korean, english])
      for (const tone of tones) {
        const [reply] = kinds.danger[tone];
        expect(kinds.danger[tone]).toHaveLength(1);
        for (const { number } of helpLines) expect(reply).toContain(`**${number}**`);
        expect(reply).toContain("**119**");
        expect(reply).not.toMatch(
          /[“”"{}]|^\s*([-*]|\d+\.)\s|plan|계획|죽|die|kill|suicid(?!e prevention)/im,
        );
      }
  });
});

test.each<[PageKind, string[]]>([
  ["joy", ["시험에 합격했다! 너무 기쁘다", "I passed my driving test. I'm so happy"]],
  ["thanks", ["친구가 도와줬다. 정말 고마웠다", "She brought soup. I'm so grateful for her"]],
  ["tired", ["피곤", "야근하고 왔다. 지쳤다", "I'm exhausted after the night shift"]],
  ["anger", ["또 내 탓을 했다. 화가 난다", "My boss blamed me again, I'm furious"]],
  ["sadness", ["할머니가 돌아가셨다", "My dog died this morning", "남편이 때렸다. 무섭다"]],
  ["regret", ["말이 심했다. 미안하다", "I feel guilty about what I said"]],
  ["worry", ["내일 발표가 있어서 불안하다", "I'm nervous about the interview"]],
  ["short", ["그냥", "ㅇㅇ", "좋아", "ok", "Monday", "배고파 죽겠다"]],
  ["laughing", ["ㅋㅋㅋ", "ㅎㅎ ㅋㅋ!", "하하하", "lol", "hahaha"]],
  ["crying", ["ㅠㅠ", "ㅜㅜㅜ...", "흑흑"]],
  ["symbols", ["🙂", "😀😀🎉", "...", "♥", "https://example.com/a"]],
  ["numbers", ["72.4", "72.4kg", "5km 32분", "1 2 3", "12,400 steps"]],
  [
    "list",
    ["우유\n계란\n빵", "1. 출근\n2. 회의\n3. 퇴근", "- gym\n- call mom", "커피, 노트북, 충전기, 우산"],
  ],
  ["quotation", ["“삶이 그대를 속일지라도 노하지 말라.”", "> Be yourself.\n> Everyone else is taken."]],
  [
    "unreadable",
    [
      "今日は海に行きました。",
      "hola, hoy fui a la playa con mis amigos",
      "a".repeat(5000),
      "asdf ".repeat(30),
    ],
  ],
  [
    "plain",
    [
      "빵을 먹고 회사에 갔다. 저녁에는 걸었다.",
      "무서운 영화를 봤는데 재미있었다.",
      "기쁘지 않다. 하루가 지나갔다.",
      "It rained and I took the bus to work.",
    ],
  ],
])("takes for %s: %j", (kind, pages) => {
  expect(pages.map((page) => [page, kindOf(page)])).toEqual(pages.map((page) => [page, kind]));
});

it("has texts for every kind in both tones that need no quotation", () => {
  for (const { kinds } of [korean, english])
    for (const texts of Object.values(kinds))
      for (const text of [...texts.T, ...texts.F]) expect(text).not.toMatch(/[{}“”]/);
});

describe("a quotation", () => {
  it.each([
    ["비가 왔다. 우산을 두고 나와서 흠뻑 젖었다!", "우산을 두고 나와서 흠뻑 젖었다"],
    [
      "I argued with my brother about the garden. We planted tulips.",
      "I argued with my brother about the garden",
    ],
    ["It was 3.5 km to the lake. Long day.", "It was 3.5 km to the lake"],
  ])("is a whole sentence: %s", (page, quote) => {
    expect(pickQuote(page, /[가-힣]/.test(page) ? "ko" : "en")).toBe(quote);
  });

  it.each([
    ["marks of Markdown", "**정말** 긴 하루를 보냈다"],
    ["quotation marks", '그는 "그래 알았어"라고 말했다'],
    ["a bracket", "오늘은 (조금 늦게) 일어났다"],
    ["an address", "see https://example.com for the photos"],
    ["words of harm", "그 사람을 죽이고 싶을 만큼 미웠다"],
    ["a rude word", "팀장 진짜 병신 같은 소리를 한다"],
    ["only a word", "피곤하다"],
    ["half a thought", "그래서 그냥 집으로 돌아왔다"],
    ["more than anybody would quote", `${"아주 ".repeat(40)}긴 하루였다`],
    ["an emoji", "오늘은 정말 좋은 날 🎉"],
  ])("is not taken where it would be %s", (_, page) => {
    expect(pickQuote(page, /[가-힣]/.test(page) ? "ko" : "en")).toBeNull();
  });

  it("fills all placeholders, with the right particle", () => {
    for (let day = 1; day <= 60; day++) {
      for (const [last, particles] of [
        ["산책", /”(이라고|이라는) /],
        ["바다", /”(라고|라는) /],
      ] as const) {
        const entry = `아무 말 없이 ${day}번째로 걸었던 ${last}`;
        for (const tone of tones) {
          const reply = composeReply({ entry, tone });
          expect(reply).toMatch(particles);
          expect(reply).not.toMatch(/[{}]/);
        }
      }
    }
  });
});

it("reads a page of 20,000 characters quickly, whatever its characters", () => {
  for (const part of ["ㅋ", "가 ", "1, ", "- a\n", "not ", "“", "지 않", "I'm ", "싶 "]) {
    const entry = part.repeat(20_000 / part.length);
    const from = performance.now();
    for (const tone of tones) composeReply({ entry, tone });
    expect(performance.now() - from).toBeLessThan(400);
  }
});
