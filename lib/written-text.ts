/** What is done to every text that a person wrote, the same on the server and in the browser: it is sent to readers. */

/** Characters as a person counts them in a counter: code points, so that an emoji is one, not two. */
export const countChars = (text: string) => Array.from(text).length;

/** One kind of line break: a form that is sent by the browser itself has CRLF where its text area has LF. */
export const plainBreaks = (text: string) => text.replaceAll(/\r\n?/g, "\n");

// Scripts whose letters need a joiner or its opposite between them.
const joiningLetter =
  "[\\p{sc=Arab}\\p{sc=Syrc}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Guru}\\p{sc=Gujr}\\p{sc=Orya}\\p{sc=Taml}\\p{sc=Telu}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Sinh}\\p{sc=Khmr}\\p{sc=Mymr}]";
const emoji = "\\p{ExtPict}(?:\\ufe0f|\\p{EMod})?";
/** Invisible characters that change what is seen: within an emoji, a keycap or a flag, and between such letters. */
const needed = [
  `${emoji}(?:\\u200d${emoji})*`,
  "[0-9#*]\\ufe0f\\u20e3",
  "\\u{1f3f4}\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}",
  `(?<=${joiningLetter})[\\u200c\\u200d](?=${joiningLetter})`,
];
const invisible = new RegExp(`(${needed.toReversed().join("|")})|[\\p{DI}\\u2800\\ufff9-\\ufffb]`, "gu");

/** A text without characters that nobody sees: what a judge, a model and a reader get is the same. */
export const visibleText = (text: string) => text.replaceAll(invisible, "$1");

/** A text of some lines as it is stored: nothing that the database refuses, that would come back changed or is not seen. */
export const writtenText = (text: string) =>
  visibleText(plainBreaks(text.toWellFormed().normalize("NFC")))
    .replaceAll(/[^\P{Cc}\n]/gu, " ")
    .trim();

/** Whether there are words in it: signs, and letters that look like nothing, say nothing. */
export const hasWords = (text: string) => /(?!\p{DI})[\p{L}\p{N}]/u.test(text);

/**
 * A text of some lines as it is shown: nothing that is not seen, which older texts may have, and where several lines in a
 * row look empty, only one is left.
 */
export const withoutGaps = (text: string) =>
  visibleText(text).replaceAll(/\n(?:(?:(?!\n)[\s\p{DI}\u2800])*\n){2,}/gu, "\n\n");

/** A text of one line as it is stored, its spaces tidied. Control characters come from pasting. */
export const writtenLine = (text: string) =>
  text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();
