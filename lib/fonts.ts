/**
 * Font files load after a page is usable. `serif` (headings) and `sans` (devices without Korean letters) apply once
 * `<html data-fonts>` lists them, `page` (what people wrote) with `data-page-font` (app/globals.css).
 */
const fontSets = ["serif", "sans", "page"] as const;
export type FontSet = (typeof fontSets)[number];

/** The sets in this browser's cache. The next page uses them from the first paint. */
export const fontsCookie = "fonts";
const separator = ".";

export const joinFontSets = (sets: Iterable<FontSet>): string => [...sets].join(separator);

export function readFontSets(cookie: string | undefined): FontSet[] {
  const named = cookie?.split(separator) ?? [];
  return fontSets.filter((set) => named.includes(set));
}
