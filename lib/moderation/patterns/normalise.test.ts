import { describe, expect, test } from "vitest";

import { randomFrom } from "../../../test/seeded-random.ts";
import { findWords } from "./evidence.ts";
import { normalise, readable, textHash } from "./normalise.ts";

describe("texts that look equal are equal", () => {
  test.each([
    ["씨발", "씨 발"],
    ["씨발", "씨. 발"],
    ["씨발", "씨\u200b발"],
    ["씨발", "ㅆㅣㅂㅏㄹ"],
    ["씨발", "ㅆ ㅣ ㅂ ㅏ ㄹ"],
    ["씨발", "씨바ㄹ"],
    ["씨발", "씨발".normalize("NFD")],
    ["ㅅㅂ", "ㅅ ㅂ"],
    ["ㅅㅂ", "ㅅ.ㅂ"],
    ["fuck you", "ＦＵＣＫ　ＹＯＵ"],
    ["fuck", "f.u.c.k"],
    ["fuck", "f u c k"],
    ["fuck", "f\u0336u\u0336c\u0336k\u0336"],
    ["좋은 헬스장", "  좋은\n\t 헬스장\u3164 "],
    ["010-1234", "０１０－①②③④"],
  ])("%j and %j", (one, other) => {
    expect(normalise(other).text).toBe(normalise(one).text);
    expect(textHash(other)).toBe(textHash(one));
  });

  test.each([
    ["아ㅋㅋㅋ", "앜ㅋㅋ"],
    ["5x5 100kg", "5x5100kg"],
    ["아저씨 발 냄새", "아저씨발 냄새"],
    ["a b", "ab"],
    ["기구가 좋아요", "기구가 나빠요"],
  ])("but not %j and %j", (one, other) => {
    expect(textHash(other)).not.toBe(textHash(one));
  });
});

test("the fast and the offset-tracking normalisation give the same text", () => {
  const random = randomFrom(7);
  const pieces =
    "가|씨|발|바|ㅂ|ㅏ|ㄹ|ㅋ|ㅃ|ᄀ|ᅡ|ᆯ|a|F|u|c|k|é|e\u0301|\u0336|Ａ|①|İ| |  |\n|\u3000|\u200b|.|·|-|1|좋아요|Gym|!|👩‍🏫|ﬀ|㈜|\ud800";
  for (let made = 0; made < 2000; made += 1) {
    const text = Array.from({ length: 12 }, () => random.pick(pieces.split("|"))).join("");
    // A sigma selects the slow path.
    expect([text, `${normalise(text).text} σ`.trim()]).toEqual([text, normalise(`${text} Σ`).text]);
    expect([text, readable(text)]).toEqual([text, readable(`${text}\u200b`)]);
  }
});

test("returns the written words of a part of the normalised text", () => {
  const written = "정말  ㅆㅣ\u200bㅂㅏㄹ 같은 ＧＹＭ이에요 👩‍🏫!";
  const { text, original } = normalise(written);
  expect(text).toBe("정말 씨발 같은 gym이에요 👩🏫!");
  for (let from = 0; from < text.length; from += 1) {
    for (let to = from + 1; to <= text.length; to += 1) expect(written).toContain(original(from, to));
  }
  expect(original(3, 5)).toBe("ㅆㅣ\u200bㅂㅏㄹ");
});

describe("evidence", () => {
  const written = "트레이너가  진짜 씨 발 같았어요.\n다시는 안 가요 🖕";
  const text = normalise(written);

  test.each([
    ["진짜 씨발 같았어요", "진짜 씨 발 같았어요"],
    ["“씨 발”", "씨 발"],
    ["트레이너가 진짜…", "트레이너가  진짜"],
    ["같았어요. 다시는", "같았어요.\n다시는"],
    ["🖕", "🖕"],
  ])("%j is %j in the text", (quote, words) => {
    expect(findWords(text, quote)).toBe(words);
    expect(written).toContain(words);
  });

  test.each(["", " ", "…", "씨발놈", "사장이 나빠요"])("%j is not in the text", (quote) => {
    expect(findWords(text, quote)).toBeNull();
  });
});

test("sends a model the visible text, with its lines and capitals", () => {
  expect(readable(" Good\u200b   GYM \r\n\r\n\r\n\r\n ㅈㅗㅎㅇㅏ요 \u{e0061}")).toBe("Good GYM\n\n좋아요");
});
