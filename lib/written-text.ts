/** Shared by server and browser: this file is part of the page's bundle. */

/** Code points, so that an emoji counts as one. */
export const countChars = (text: string) => Array.from(text).length;

/** A form that the browser sends itself has CRLF where its text area has LF. */
export const plainBreaks = (text: string) => text.replaceAll(/\r\n?/g, "\n");

// Scripts whose letters need a joiner or non-joiner between them.
const joiningLetter =
  "[\\p{sc=Arab}\\p{sc=Syrc}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Guru}\\p{sc=Gujr}\\p{sc=Orya}\\p{sc=Taml}\\p{sc=Telu}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Sinh}\\p{sc=Khmr}\\p{sc=Mymr}]";
const emoji = "\\p{ExtPict}(?:\\ufe0f|\\p{EMod})?";
/** Invisible characters that change the display: within an emoji, a keycap or a flag, and between such letters. */
const needed = [
  `${emoji}(?:\\u200d${emoji})*`,
  "[0-9#*]\\ufe0f\\u20e3",
  "\\u{1f3f4}\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}",
  `(?<=${joiningLetter})[\\u200c\\u200d](?=${joiningLetter})`,
];
const invisible = new RegExp(`(${needed.toReversed().join("|")})|[\\p{DI}\\u2800\\ufff9-\\ufffb]`, "gu");

/** Without invisible characters, a judge, a model and a reader get the same text. */
export const visibleText = (text: string) => text.replaceAll(invisible, "$1");

/**
 * A multi-line text as it is stored, without what the database refuses or changes, and without invisible characters.
 */
export const writtenText = (text: string) =>
  visibleText(plainBreaks(text.toWellFormed().normalize("NFC")))
    .replaceAll(/[^\P{Cc}\n]/gu, " ")
    .trim();

/** False for signs only, and for letters that look like nothing. */
export const hasWords = (text: string) => /(?!\p{DI})[\p{L}\p{N}]/u.test(text);

/**
 * A multi-line text as it is shown. Older stored texts may have invisible characters. Several blank lines become one.
 */
export const withoutGaps = (text: string) =>
  visibleText(text).replaceAll(/\n(?:(?:(?!\n)[\s\p{DI}\u2800])*\n){2,}/gu, "\n\n");

/** A single-line text as it is stored. Control characters come from pasting. */
export const writtenLine = (text: string) =>
  text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();
