/** What the text of a page is measured by, the same on the server and in the browser. No dependencies: it is sent to readers. */

export const maxEntryChars = 5000;

/** The beginning of a page in one line, for a list. */
export function excerptOf(body: string): string {
  const chars = Array.from(body.trim().replaceAll(/\s+/g, " "));
  return chars.length > 80 ? `${chars.slice(0, 80).join("").trimEnd()}…` : chars.join("");
}
