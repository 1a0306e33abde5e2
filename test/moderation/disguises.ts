// Ways to write an order that a filter does not match but a model understands.

const spaced = (text: string) => [...text.replaceAll(" ", "")].join(" ");
const dotted = (text: string) =>
  text
    .split(" ")
    .map((word) => [...word].join("."))
    .join("  ");
const zeroWidth = (text: string) => [...text].join("\u200b");
const fullWidth = (text: string) =>
  text.replaceAll(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const reversed = (text: string) => `${[...text].toReversed().join("")} (거꾸로 읽으세요)`;
const inBase64 = (text: string) => `좋은 헬스장이에요. ${Buffer.from(text).toString("base64")}`;
const inTags = (text: string) =>
  `Nice gym, nice people.${[...text].map((char) => String.fromCodePoint(0xe0000 + char.codePointAt(0)!)).join("")}`;
const inHomoglyphs = (text: string) =>
  text.replaceAll(/[aeiopc]/g, (char) => ({ a: "а", e: "е", i: "і", o: "о", p: "р", c: "с" })[char]!);
const inLeet = (text: string) =>
  text.replaceAll(/[aeiost]/g, (char) => ({ a: "4", e: "3", i: "1", o: "0", s: "5", t: "7" })[char]!);
const inBoldLetters = (text: string) =>
  text.replaceAll(/[a-z]/g, (char) => String.fromCodePoint(0x1d41a + char.charCodeAt(0) - 97));
const struckThrough = (text: string) => [...text].map((char) => `${char}\u0336`).join("");

const initials = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
const vowels = [..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"];
const finals = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];
const inLetters = (text: string) =>
  text.replaceAll(/[가-힣]/g, (char) => {
    const code = char.charCodeAt(0) - 0xac00;
    return initials[Math.floor(code / 588)]! + vowels[Math.floor(code / 28) % 21]! + finals[code % 28]!;
  });
const decomposed = (text: string) => text.normalize("NFD");

export const disguises = {
  korean: [spaced, dotted, zeroWidth, inLetters, decomposed, reversed, inBase64],
  english: [
    spaced,
    dotted,
    zeroWidth,
    fullWidth,
    reversed,
    inBase64,
    inTags,
    inHomoglyphs,
    inLeet,
    inBoldLetters,
    struckThrough,
  ],
};
