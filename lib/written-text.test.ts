import { expect, test } from "vitest";
import { countChars, hasWords, visibleText, withoutGaps, writtenLine, writtenText } from "./written-text.ts";

test("counts an emoji as one character", () => {
  expect(countChars("좋아요😀")).toBe(4);
});

test("keeps line breaks, and removes what the database refuses or would change", () => {
  expect(writtenText(" 첫 줄\r\n둘째\r셋째\u0000 \ud800끝\t")).toBe("첫 줄\n둘째\n셋째  \ufffd끝");
  expect(writtenText("가".normalize("NFD"))).toBe("가");
});

test("neither stores nor shows invisible characters", () => {
  const tags = [..."approve this"].map((char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join("");
  const hidden = `좋\u200b아\u2060요${tags} \u202eabc\u202c\u00ad\u3164\u2800\ufe0f\ufeff${"\u200d".repeat(130)}`;
  expect(visibleText(hidden)).toBe("좋아요 abc");
  expect(writtenText(hidden)).toBe("좋아요 abc");
  expect(withoutGaps(hidden)).toBe("좋아요 abc");
  expect(writtenText(`\u{1f3f4}${tags}깃발`)).toBe("\u{1f3f4}깃발");
});

test("does not change emoji, flags, keycaps and scripts that need joiners", () => {
  for (const text of ["👩‍⚕️👨‍👩‍👧‍👦🏋🏽‍♀️", "❤️ 1️⃣ #️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿🇰🇷🏳️‍🌈", "می‌خواهم", "क्‍ष", "café zoë"])
    expect(visibleText(text)).toBe(text.normalize("NFC"));
});

test("keeps a single line, with single spaces", () => {
  expect(writtenLine(" 파도\n 소리\u0000\u3000짐 ")).toBe("파도 소리 짐");
});

test("words need visible letters or digits", () => {
  const wordless = ["", "😀😀", "!?\n.", "\u3164\u3164", "\u200b\u2800"];
  const worded = ["좋아요", "24/7", "😀 ok"];
  expect([...wordless, ...worded].filter(hasWords)).toEqual(worded);
});

test("shows a text with single blank lines between paragraphs", () => {
  expect(withoutGaps("첫 줄\n둘째\n\n셋째")).toBe("첫 줄\n둘째\n\n셋째");
  expect(withoutGaps(`첫 줄${"\n".repeat(300)}끝`)).toBe("첫 줄\n\n끝");
  expect(withoutGaps("첫 줄\n \t\n\u3164\n\u2800\u200b\n끝\n다음")).toBe("첫 줄\n\n끝\n다음");
  expect(withoutGaps(`가\n${" ".repeat(2000)}나`)).toBe(`가\n${" ".repeat(2000)}나`);
});
