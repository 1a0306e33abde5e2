import { expect, test } from "vitest";
import { fieldErrors } from "../web/form-state.ts";

import { appealSchema, reviewDraftSchema } from "./schema.ts";
import { writtenIn } from "./revision/written-in.ts";

const form = (fields: Record<string, unknown> = {}) =>
  reviewDraftSchema.safeParse({
    stars: "4",
    body: "기구가 많고 깨끗해요.",
    trainer: "",
    base: "",
    ...fields,
  });

const errorsOf = (fields: Record<string, unknown>) => {
  const parsed = form(fields);
  return parsed.success ? {} : fieldErrors(parsed.error);
};

test("a review has one to five whole stars", () => {
  expect(form({ stars: "1" }).data).toMatchObject({ stars: 1 });
  for (const stars of ["", "0", "6", "4.5", "four", undefined, "5 "]) {
    expect(errorsOf({ stars })).toEqual({ stars: "STARS_MISSING" });
  }
});

test("a review has 10 to 2,000 characters, counted as people count them, without spaces around it", () => {
  expect(form({ body: `  ${"가".repeat(10)}\n` }).data).toMatchObject({ body: "가".repeat(10) });
  expect(form({ body: `가${"😀".repeat(1999)}` }).success).toBe(true);
  expect(errorsOf({ body: `${"가".repeat(9)}     ` })).toEqual({ body: "BODY_TOO_SHORT" });
  expect(errorsOf({ body: `가${"😀".repeat(2000)}` })).toEqual({ body: "BODY_TOO_LONG" });
  // "각" typed as three jamo counts as one character.
  expect(form({ body: "각".normalize("NFD").repeat(2000) }).success).toBe(true);
});

test("signs alone and invisible characters are no review, however many", () => {
  for (const one of ["!", ".\n", "😀"]) {
    expect(errorsOf({ body: one.repeat(20) })).toEqual({ body: "WORDLESS" });
  }
  for (const one of ["\u200b", "\u2800", "\u3164"]) {
    expect(errorsOf({ body: one.repeat(20) })).toEqual({ body: "BODY_TOO_SHORT" });
    expect(errorsOf({ body: `좋아요${one.repeat(20)}` })).toEqual({ body: "BODY_TOO_SHORT" });
  }
});

test("characters that can not be stored, or would come back changed, are replaced", () => {
  const { body } = form({ body: "줄을\r\n바꾸고\r또 바꿨어요\0 \ud800 끝\t." }).data!;
  expect(body).toBe("줄을\n바꾸고\n또 바꿨어요  \ufffd 끝 .");
});

test("an invalid base or trainer counts as none", () => {
  expect(form({ base: "x", trainer: undefined }).data).toMatchObject({ base: "", trainer: "" });
});

test("an appeal has 10 to 2,000 characters", () => {
  expect(appealSchema.safeParse({ text: "다시 봐 주세요, 제발." }).success).toBe(true);
  for (const [text, error] of [
    ["짧다", "APPEAL_TOO_SHORT"],
    ["길".repeat(2001), "APPEAL_TOO_LONG"],
  ]) {
    const parsed = appealSchema.safeParse({ text });
    expect(parsed.error && fieldErrors(parsed.error)).toEqual({ text: error });
  }
});

test.each([
  ["기구가 많고 깨끗해요.", "ko"],
  ["Great 헬스장 with very friendly people", "en"],
  ["PT가 정말 좋아요! 강추", "ko"],
  ["12345 67890", "ko"],
] as const)("%s is %s", (text, locale) => {
  expect(writtenIn(text)).toBe(locale);
});
