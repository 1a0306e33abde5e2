import { expect, test } from "vitest";
import { pool } from "../db.ts";
import { initialsForm, isInitials, searchForm } from "./search-form.ts";

const samples = [
  ..."물결짐 물견짐 관악 의왕 쇄골 뷔페 왜관 넋 앉다 많다 닭 삶 여덟 외곬 핥다 읊다 싫다 값 까치 쌍문역 꿈 뷁 ㅎㅅ ㄳ ㅀ ㅘ ㅃ".split(
    " ",
  ),
  "Moonlight Barbell-Club",
  "ＧＹＭ ２４시",
  "Ünal Café · 2호점",
  "ﾍﾙｽ ㈜물결 ①",
  "서울 마포구 양화로 45, 2층(합정동)",
  "100%_\\'\"",
  "|a|b|",
  "🏋️‍♀️ 짐",
  "Ждём Ελλάς",
  "\u200b물\u00a0결\u3000짐\u2003",
  "각".normalize("NFD"),
  "가힣ᇿᅟᅠ",
  "",
];

async function inSql(name: "search_form" | "search_initials", texts: string[]) {
  const { rows } = await pool.query<{ form: string }>(
    `SELECT ${name}(text) AS form FROM unnest($1::text[]) WITH ORDINALITY AS t (text, at) ORDER BY at`,
    [texts],
  );
  return rows.map(({ form }) => form);
}

test("the search form in TypeScript equals the one in SQL, for every Korean syllable and other texts", async () => {
  const syllables = Array.from({ length: 11_172 }, (_, at) => String.fromCharCode(0xac00 + at));
  const texts = [...syllables, ...samples];
  expect(texts.map(searchForm)).toEqual(await inSql("search_form", texts));
});

test("the initial consonants in TypeScript equal those in SQL", async () => {
  expect(isInitials(searchForm("ㅎㅅ"))).toBe(true);
  for (const other of ["헬ㅅ", "ㅏㅏ", "hs", ""]) expect(isInitials(searchForm(other))).toBe(false);
  // What a keyboard makes of ㄱ and ㅅ typed one after the other.
  expect(initialsForm(searchForm("ㄳ"))).toBe(initialsForm("ㄱㅅ"));
  expect(await inSql("search_initials", ["물결짐", "꿈 24시 헬스 Gym"])).toEqual(
    ["ㅁㄱㅈ", "ㄲㅅㅎㅅ"].map(initialsForm),
  );
});
