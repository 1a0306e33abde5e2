/** How long a choice about the look of pages is kept. No secret: the browser may write it, so that it holds from the same moment. */
export const preferenceSeconds = 365 * 24 * 60 * 60;

/** In the browser, at once: what is asked for next comes with it, also when the server has not heard of it. */
export function keepPreference(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${preferenceSeconds}; samesite=lax`;
}
