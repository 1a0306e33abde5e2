const home = "/diary";

/**
 * Where to go after signing in: a page of this site, else today's page. "//other.site" and "/\other.site"
 * are other sites to a browser, and control characters vanish from addresses, so all of them are refused.
 */
export function safeNextPath(next: unknown): string {
  if (typeof next !== "string" || next.length > 500) return home;
  if (!/^\/(?![/\\])/.test(next) || /[\\\p{Cc}]/u.test(next)) return home;

  const base = "http://sora.invalid";
  if (!URL.canParse(next, base)) return home;
  const { origin, pathname, search, hash } = new URL(next, base);
  // "/.//other.site" is normalised to "//other.site": look at the path again.
  if (origin !== base || pathname.startsWith("//")) return home;
  if (/^\/(api|signin|signup)(\/|$)/.test(pathname)) return home;
  return pathname + search + hash;
}

/** Where a form leads when it is done: to its `next`, if it has one. */
export const nextPathOf = (form: FormData, otherwise: string) =>
  form.has("next") ? safeNextPath(form.get("next")) : otherwise;

/** What someone was about to do before they were asked to sign in, so that the page can speak of it. */
export function purposeOf(nextPath: string): "review" | "gyms" | "diary" {
  const [path = ""] = nextPath.split(/[?#]/);
  if (/^\/gyms\/[^/]+\/review$/.test(path)) return "review";
  return /^\/(gyms|me)(\/|$)/.test(path) ? "gyms" : "diary";
}
