/** Korean letters as typed, in the order of NFKD's jamo. */
const letters = [
  { from: 0x1100, typed: "ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ" },
  { from: 0x1161, typed: "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ" },
  {
    from: 0x11a8,
    typed:
      "ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ",
  },
];
const typedLetters = new Map(
  letters.flatMap(({ from, typed }) =>
    typed.split(" ").map((letter, at) => [String.fromCharCode(from + at), letter] as const),
  ),
);

const ignored = /(?:[\u0300-\u036f]|[\u200b-\u200d]|[\s|.,·\ufeff-])+/g;

/** The normal form for searching. Equal to `search_form` in SQL; a test compares them. */
export const searchForm = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(ignored, "")
    .replaceAll(/[\u1100-\u11ff]/g, (letter) => typedLetters.get(letter) ?? letter);

/** Only initial consonants: abbreviates a name (ㅎㅅ). */
export const isInitials = (form: string) => /^[ㄱ-ㅎ]+$/.test(form);

const firstLetters = letters[0]!.typed.split(" ");

/** Equal to `search_initials` in SQL. */
export const initialsForm = (form: string) =>
  form.replaceAll(/[ㄱ-ㅎ]/g, (letter) => String.fromCharCode(0x1100 + firstLetters.indexOf(letter)));
