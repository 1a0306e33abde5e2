/**
 * Marks a browser that has just signed out or deleted its account. An action cannot set response headers, so the
 * proxy sends `Clear-Site-Data` with the next page and removes the mark.
 */
export const leftCookie = {
  name: "sora-left",
  value: "1",
  options: { path: "/", maxAge: 60, sameSite: "lax", httpOnly: true },
} as const;

/**
 * Clears the cache and the pages kept for Back. Not "storage": it holds other members' sealed drafts, drafts that the
 * member chose to keep, and the service worker with its pushes. Not "cookies": they hold theme, language and known
 * devices, and include those of neighbouring subdomains.
 */
export const clearedOnLeaving = '"cache"';
