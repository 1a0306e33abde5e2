/**
 * Font files come after a page can be written in. `serif` (for headings) and `sans` (where the device has no Korean letters)
 * are used once `<html data-fonts>` names them, `page` (for what people wrote) with `data-page-font` (app/globals.css).
 */
const fontSets = ["serif", "sans", "page"] as const;
export type FontSet = (typeof fontSets)[number];

/** The sets that this browser has in its cache: its next page uses them from the first line on. */
export const fontsCookie = "fonts";
const separator = ".";

export const joinFontSets = (sets: Iterable<FontSet>): string => [...sets].join(separator);

export function readFontSets(cookie: string | undefined): FontSet[] {
  const named = cookie?.split(separator) ?? [];
  return fontSets.filter((set) => named.includes(set));
}
