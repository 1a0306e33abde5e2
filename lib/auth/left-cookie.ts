/**
 * Marks a browser that has just signed out or deleted its account. An action cannot set a header of its answer, so the proxy
 * answers the next page with `Clear-Site-Data` and takes the mark away.
 */
export const leftCookie = {
  name: "sora-left",
  value: "1",
  options: { path: "/", maxAge: 60, sameSite: "lax", httpOnly: true },
} as const;

/**
 * What the browser is to throw away: what it cached, and pages that it kept whole for Back. Neither "storage", which holds other
 * members' sealed drafts, their own that they chose to keep, and the service worker with its pushes; nor "cookies",
 * which hold the look, the language and the known devices, and are those of neighbouring subdomains, too.
 */
export const clearedOnLeaving = '"cache"';
