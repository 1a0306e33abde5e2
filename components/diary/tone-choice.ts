import type { Tone } from "@/lib/diary/schema";

/** A cookie rather than local storage: the page comes with the right one chosen. */
export const toneCookie = "tone";

export const isTone = (value: unknown): value is Tone => value === "T" || value === "F";

export function rememberTone(tone: Tone): void {
  document.cookie = `${toneCookie}=${tone}; path=/; max-age=31536000; samesite=lax`;
}
