/** Not secret: the browser sets the cookie itself, so that it applies at once. */
export const preferenceSeconds = 365 * 24 * 60 * 60;

/** The next request sends it, even if the server has not stored the choice yet. */
export function keepPreference(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${preferenceSeconds}; samesite=lax`;
}
