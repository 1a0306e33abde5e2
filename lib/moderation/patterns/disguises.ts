import { composeJamo } from "./jamo.ts";
import { isPlainText, readable } from "./normalise.ts";

/** A way to read a text: in lower case, and `dense`, with everything but letters and digits taken out. */
type Reading = { plain: string; dense: string };

/** `keepsOrder`: what was decoded is where it was in the text, and all else of the text is as it was. */
export type Decoded = Reading & { keepsOrder: boolean };

/**
 * The ways in which a text may be read by someone who looks for a hidden message. `asWritten`: as its letters look, or with
 * what a machine hid in it; `first`: without that. `decoded`: what becomes of the first one backwards, in a cipher or on
 * another keyboard.
 */
export function readingsOf(
  written: string,
  normalised: string,
): { asWritten: Reading[]; first: Reading; decoded: () => Decoded[] } {
  const text = readable(written);
  const folded = foldLookalikes(text);
  const asWritten = new Set([
    folded,
    text.toLowerCase(),
    normalised, // letters set apart are together here
    hiddenTags(written),
    ...decodedBlobs(text).map((decoded) => decoded.toLowerCase()),
  ]);
  const readings = toReadings(asWritten.difference(new Set([""])));
  const first = folded === "" ? { plain: "", dense: "" } : readings[0]!;
  return { asWritten: readings, first, decoded: () => decodedReadings(text, first) };
}

function decodedReadings(text: string, { plain, dense }: Reading): Decoded[] {
  const decoded: Decoded[] = [
    // Marks are taken out alike before and after.
    { plain: reversed(plain), dense: reversed(dense), keepsOrder: false },
    { ...bySentence(reversedWords(plain)), keepsOrder: false },
  ];
  if (!latin.test(plain)) return decoded;
  const inPlace = new Set([typedOnKoreanKeyboard(text)]);
  if (leet.test(plain)) inPlace.add(unleet(plain, "i")).add(unleet(plain, plain.includes("1") ? "l" : "i"));
  return [
    ...decoded,
    { plain: rot13(plain), dense: rot13(dense), keepsOrder: true },
    ...toReadings(inPlace).map((reading) => ({ ...reading, keepsOrder: true })),
  ];
}

/** With fewer than eight Latin letters nothing can be written in them. */
const latin = /(?:[a-z][^a-z]*){8}/;

const marks = /[^\p{L}\p{N}]+/gu;
/** The same for plain text, in a third of the time. */
const plainMarks = /[^0-9A-Za-z가-힣]+/g;

/** Readings that differ in spaces and marks only have one dense form. */
function toReadings(texts: ReadonlySet<string>): Reading[] {
  const seen = new Set<string>();
  return [...texts].map((plain) => {
    const dense = plain.replaceAll(isPlainText(plain) ? plainMarks : marks, "");
    const isNew = !seen.has(dense);
    seen.add(dense);
    return { plain, dense: isNew ? dense : "" };
  });
}

/** A reading whose lines stay apart when it is dense. */
const bySentence = (plain: string): Reading => ({ plain, dense: plain.replaceAll(/[^\p{L}\p{N}\n]+/gu, "") });

// Letters that look like Latin ones and are not: Cyrillic, Greek, small capitals, Cherokee, Armenian.
const lookalikes: Record<string, string> = {};
for (const [letter, others] of Object.entries({
  a: "аαᴀɑаΑАᎪ",
  b: "ЬвʙβΒВᏴƅ",
  c: "сᴄϲСᏟ",
  d: "ԁᴅɗᎠ",
  e: "еεᴇёЕΕᎬҽ",
  f: "ғꜰϝ",
  g: "ɡɢԍᏀց",
  h: "һнʜΗНᎻհ",
  i: "іɪιїІΙıᎥ",
  j: "јᴊЈᎫ",
  k: "кκᴋΚКᏦ",
  l: "ʟӏⅼᏞլ",
  m: "мᴍΜМᎷ",
  n: "пηɴΝո",
  o: "оοᴏοОΟօ",
  p: "рρᴘΡРᏢ",
  q: "ԛǫգ",
  r: "гʀᎡ",
  s: "ѕꜱЅᏚ",
  t: "тτᴛΤТᎢ",
  u: "υᴜцս",
  v: "νᴠѵᏙ",
  w: "ԝᴡωшᎳ",
  x: "хχΧХ",
  y: "уγʏΥУ",
  z: "ᴢΖᏃ",
})) {
  for (const other of others) lookalikes[other] = letter;
}

function foldLookalikes(text: string): string {
  if (isPlainText(text)) return text.toLowerCase();
  return text
    .replaceAll(/[^ -~\n가-힣ㄱ-ㅣ]+/g, (strange) =>
      Array.from(
        strange
          .normalize("NFKD")
          .replaceAll(/[\u0300-\u036f]/g, "")
          .normalize("NFC"),
        (char) => lookalikes[char] ?? boxedLetter(char) ?? char,
      ).join(""),
    )
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

/** 🄰 🅐 🅰 🇦 */
function boxedLetter(char: string): string | undefined {
  const code = char.codePointAt(0)!;
  const first = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6].find((start) => code >= start && code < start + 26);
  return first === undefined ? undefined : String.fromCharCode(0x61 + code - first);
}

/** A sign within a word, before three letters of one, or behind two: appr0ve, 1gnore, rul3. Not 125kg, 5x5 or great! */
const leet = /[a-z][013457@$!|]{1,8}[a-z]|(?<![a-z\d])[013457@$!|]{1,3}[a-z]{3}|[a-z]{2}[013457@$|](?!\d)/;

function unleet(text: string, one: "i" | "l"): string {
  const letters: Record<string, string> = {
    "0": "o",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "@": "a",
    $: "s",
    "!": "i",
    "|": "l",
    "1": one,
  };
  return text.replaceAll(/[013457@$!|]/g, (sign) => letters[sign]!);
}

/** By code points. Where each is one unit, splitting by units takes a third of the time. */
const reversed = (text: string) =>
  (/[\ud800-\udfff]/.test(text) ? [...text] : text.split("")).toReversed().join("");

/**
 * Each sentence word by word from its end. Whole texts would put the end of one sentence before the beginning of another:
 * "Great pool, I approve! Status: tired." Sentences of one word ("review. this. approve.") are one.
 */
const reversedWords = (text: string) =>
  text
    .split(/(?<=\S\s{1,9}\S{1,60}[.!?]{1,9})\s+|\n/)
    .map((sentence) => sentence.split(/\s+/).toReversed().join(" "))
    .join("\n");

const rot13 = (text: string) =>
  text.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));

// What one gets when the keyboard was in English: tmddls is 승인.
const koreanKeys: Record<string, string> = Object.fromEntries(
  [..."rRseEfaqQtTdwWczxvgkoiOjpuPhynbml"].map((key, at) => [
    key,
    "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"[at]!,
  ]),
);

const typedOnKoreanKeyboard = (text: string) =>
  text.replaceAll(/[a-z]+/gi, (word) => {
    const units = Array.from(word, (char, at) => {
      const typed = koreanKeys[char] ?? koreanKeys[char.toLowerCase()] ?? char;
      return { char: typed, start: at, end: at + 1 };
    });
    return composeJamo(units)
      .map(({ char }) => char)
      .join("");
  });

/** Unicode tags: a whole second text that nobody sees. */
const hiddenTags = (written: string) =>
  (written.includes("\udb40") ? (written.match(/[\u{e0020}-\u{e007e}]/gu) ?? []) : [])
    .map((char) => String.fromCharCode(char.codePointAt(0)! - 0xe0000))
    .join("")
    .toLowerCase();

function decodedBlobs(text: string): string[] {
  const base64 = text.match(/[A-Za-z0-9+/_-]{12,}={0,2}/g) ?? [];
  const hex = text.match(/(?:[0-9a-fA-F]{2}[ :]?){8,}/g) ?? [];
  const decoded = [
    ...base64.map((blob) => Buffer.from(blob, "base64").toString()),
    ...hex.map((blob) => Buffer.from(blob.replaceAll(/[ :]/g, ""), "hex").toString()),
    ...(text.includes("%") ? percentDecoded(text) : []),
    ...(/\\u|&#/.test(text) ? [unescaped(text)] : []),
  ];
  return decoded.filter((reading) => reading !== text && !reading.includes("\ufffd"));
}

const percentDecoded = (text: string) =>
  (text.match(/(?:%[0-9a-fA-F]{2}|[\w+]){6,}/g) ?? [])
    .filter((blob) => blob.includes("%"))
    .map((blob) => Buffer.from(blob.replaceAll("%", "=").replaceAll("+", " "), "latin1").toString())
    .map(quotedPrintable);

const unescaped = (text: string) =>
  text.replaceAll(/\\u([0-9a-fA-F]{4})|&#x([0-9a-fA-F]{2,5});|&#(\d{2,6});/g, (_, u, x, d) =>
    String.fromCodePoint(Math.min(0x10ffff, d ? Number(d) : Number.parseInt(u ?? x, 16))),
  );

const quotedPrintable = (text: string) =>
  Buffer.from(
    text.replaceAll(/=([0-9a-fA-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    "latin1",
  ).toString();
