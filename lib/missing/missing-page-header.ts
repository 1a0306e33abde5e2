/**
 * Set by proxy.ts, and by nobody else, on a request for a page that is missing: next.config.ts has Next look where no page is
 * instead. A rewrite in proxy.ts would do the same, but Next takes it for another server's when it listens on a loopback
 * address, which it calls localhost there: it asked itself over HTTP once more.
 */
export const missingPageHeader = "x-sora-missing-page";
