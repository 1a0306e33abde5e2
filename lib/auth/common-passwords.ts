import { dictionary } from "@zxcvbn-ts/language-common";

/**
 * The most common leaked passwords in lower case, most common first, from zxcvbn-ts (MIT). Guessing programs start
 * with the same list.
 */
const commonPasswords = new Set(
  dictionary["passwords-common"].slice(0, 10_000).map((password) => password.toLowerCase()),
);

export const isCommonPassword = (password: string): boolean =>
  commonPasswords.has(password.normalize("NFKC").trim().toLowerCase());
