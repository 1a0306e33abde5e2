import { dictionary } from "@zxcvbn-ts/language-common";

/**
 * The passwords that people choose most, in lower case. From leaked ones, most common first, as zxcvbn-ts keeps them (MIT);
 * guessing programs begin with the same list.
 */
const commonPasswords = new Set(
  dictionary["passwords-common"].slice(0, 10_000).map((password) => password.toLowerCase()),
);

/** Whether it is one of the 10,000 most common passwords, in whatever case and width it was typed. */
export const isCommonPassword = (password: string): boolean =>
  commonPasswords.has(password.normalize("NFKC").trim().toLowerCase());
