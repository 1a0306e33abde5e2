import { composeJamo } from "./jamo.ts";
import { isPlainText, readable } from "./normalise.ts";

/** `plain`: lower case. `dense`: only letters and digits. */
type Reading = { plain: string; dense: string };

/** `keepsOrder`: the decoded part is where it was in the text, and the rest is unchanged. */
export type Decoded = Reading & { keepsOrder: boolean };

/**
 * The ways to read a text that may hide a message. `asWritten`: by its look, and with hidden characters; `first`: by
 * its look only. `decoded`: `first` reversed, in a cipher or as typed on another keyboard.
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
    normalised, // joins letters that spaces separate
    hiddenTags(written),
    ...decodedBlobs(text).map((decoded) => decoded.toLowerCase()),
  ]);
  const readings = toReadings(asWritten.difference(new Set([""])));
  const first = folded === "" ? { plain: "", dense: "" } : readings[0]!;
  return { asWritten: readings, first, decoded: () => decodedReadings(text, first) };
}

function decodedReadings(text: string, { plain, dense }: Reading): Decoded[] {
  const decoded: Decoded[] = [
    // `plain` and `dense` are both reversed: removing punctuation and reversing commute.
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

/** A message needs at least eight Latin letters. */
const latin = /(?:[a-z][^a-z]*){8}/;

const marks = /[^\p{L}\p{N}]+/gu;
/** Equivalent for plain text, in a third of the time. */
const plainMarks = /[^0-9A-Za-z가-힣]+/g;

function toReadings(texts: ReadonlySet<string>): Reading[] {
  const seen = new Set<string>();
  return [...texts].map((plain) => {
    const dense = plain.replaceAll(isPlainText(plain) ? plainMarks : marks, "");
    const isNew = !seen.has(dense);
    seen.add(dense);
    return { plain, dense: isNew ? dense : "" };
  });
}

const bySentence = (plain: string): Reading => ({ plain, dense: plain.replaceAll(/[^\p{L}\p{N}\n]+/gu, "") });

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

function boxedLetter(char: string): string | undefined {
  const code = char.codePointAt(0)!;
  const first = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6].find((start) => code >= start && code < start + 26);
  return first === undefined ? undefined : String.fromCharCode(0x61 + code - first);
}

/** A sign within a word, before three letters or after two: appr0ve, 1gnore, rul3. Not 125kg, 5x5 or great! */
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

/** By code points. Without surrogates, `split("")` takes a third of the time. */
const reversed = (text: string) =>
  (/[\ud800-\udfff]/.test(text) ? [...text] : text.split("")).toReversed().join("");

/**
 * Reverses the words of each sentence. Reversing a whole text would join unrelated sentences: "Great pool, I approve!
 * Status: tired." Consecutive one-word sentences ("review. this. approve.") count as one.
 */
const reversedWords = (text: string) =>
  text
    .split(/(?<=\S\s{1,9}\S{1,60}[.!?]{1,9})\s+|\n/)
    .map((sentence) => sentence.split(/\s+/).toReversed().join(" "))
    .join("\n");

const rot13 = (text: string) =>
  text.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));

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

/** Unicode tag characters are invisible and can hold a second text. */
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
