/** What is done to every text that a person wrote, the same on the server and in the browser: it is sent to readers. */

/** Characters as a person counts them in a counter: code points, so that an emoji is one, not two. */
export const countChars = (text: string) => Array.from(text).length;

/** One kind of line break: a form that is sent by the browser itself has CRLF where its text area has LF. */
export const plainBreaks = (text: string) => text.replaceAll(/\r\n?/g, "\n");

/** A text of some lines as it is stored: nothing that the database refuses, or that would come back changed. */
export const writtenText = (text: string) =>
  plainBreaks(text.toWellFormed().normalize("NFC"))
    .replaceAll(/[^\P{Cc}\n]/gu, " ")
    .trim();

/** Whether there are words in it: signs, and letters that look like nothing, say nothing. */
export const hasWords = (text: string) => /(?!\p{DI})[\p{L}\p{N}]/u.test(text);

/** A text of some lines as it is shown: where several lines in a row look empty, only one is left. */
export const withoutGaps = (text: string) =>
  text.replaceAll(/\n(?:(?:(?!\n)[\s\p{DI}\u2800])*\n){2,}/gu, "\n\n");

/** A text of one line as it is stored, its spaces tidied. Control characters come from pasting. */
export const writtenLine = (text: string) =>
  text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();
