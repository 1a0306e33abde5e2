const keys = "q w e r t y u i o p a s d f g h j k l z x c v b n m".split(" ");
const letters = "ㅂ ㅈ ㄷ ㄱ ㅅ ㅛ ㅕ ㅑ ㅐ ㅔ ㅁ ㄴ ㅇ ㄹ ㅎ ㅗ ㅓ ㅏ ㅣ ㅋ ㅌ ㅊ ㅍ ㅠ ㅜ ㅡ".split(" ");
const shifted = { ㅃ: "q", ㅉ: "w", ㄸ: "e", ㄲ: "r", ㅆ: "t", ㅒ: "o", ㅖ: "p" };

const letterOf = new Map(keys.map((key, at) => [key, letters[at]!]));
const keyOf = new Map([
  ...letters.map((letter, at) => [letter, keys[at]!] as const),
  ...Object.entries(shifted),
]);

/** A word typed with the wrong keyboard layout: anfruf is 물결. */
export function otherKeyboard(form: string): string[] {
  const typed = /^[a-z]+$/.test(form) ? letterOf : /^[ㄱ-ㅣ]+$/.test(form) ? keyOf : null;
  return typed ? [Array.from(form, (char) => typed.get(char) ?? char).join("")] : [];
}
