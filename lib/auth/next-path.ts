const home = "/diary";

/**
 * Returns `next` if it is a page of this site, else the diary. Browsers read "//other.site" and "/\other.site" as
 * other sites and drop control characters from addresses, so these are refused.
 */
export function safeNextPath(next: unknown): string {
  if (typeof next !== "string" || next.length > 500) return home;
  if (!/^\/(?![/\\])/.test(next) || /[\\\p{Cc}]/u.test(next)) return home;

  const base = "http://sora.invalid";
  if (!URL.canParse(next, base)) return home;
  const { origin, pathname, search, hash } = new URL(next, base);
  // "/.//other.site" is normalised to "//other.site", so the path is checked again.
  if (origin !== base || pathname.startsWith("//")) return home;
  if (/^\/(api|signin|signup)(\/|$)/.test(pathname)) return home;
  return pathname + search + hash;
}

export const nextPathOf = (form: FormData, otherwise: string) =>
  form.has("next") ? safeNextPath(form.get("next")) : otherwise;

export function purposeOf(nextPath: string): "review" | "gyms" | "diary" {
  const [path = ""] = nextPath.split(/[?#]/);
  if (/^\/gyms\/[^/]+\/review$/.test(path)) return "review";
  return /^\/(gyms|me)(\/|$)/.test(path) ? "gyms" : "diary";
}
