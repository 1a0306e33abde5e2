/** Shared by server and browser. No imports: this file is part of the page's bundle. */

export const maxEntryChars = 5000;

export function excerptOf(body: string): string {
  const chars = Array.from(body.trim().replaceAll(/\s+/g, " "));
  return chars.length > 80 ? `${chars.slice(0, 80).join("").trimEnd()}…` : chars.join("");
}
