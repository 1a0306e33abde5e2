import { dictionary } from "@zxcvbn-ts/language-common";

/**
 * The most common leaked passwords in lower case, most common first, from zxcvbn-ts (MIT). Guessing programs start
 * with the same list.
 */
const commonPasswords = new Set(
  dictionary["passwords-common"].slice(0, 10_000).map((password) => password.toLowerCase()),
);

/** Words of Sora's own pages. Guesses at a password for this service begin with them. */
const contextWords = /sora|diary|journal|review|fitness|gym|소라|일기장|일기|다이어리|리뷰|헬스장|헬스|바다/g;

/** Whether it has letters, and none outside those words. */
const isOfContext = (password: string): boolean =>
  /\p{L}/u.test(password) && !/\p{L}/u.test(password.replaceAll(contextWords, " "));

/** Whether it is one of the 10,000 most common passwords, or our own words with digits and signs, in any case and width. */
export function isCommonPassword(password: string): boolean {
  const typed = password.normalize("NFKC").trim().toLowerCase();
  return commonPasswords.has(typed) || isOfContext(typed);
}
