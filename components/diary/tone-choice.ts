import type { Tone } from "@/lib/diary/schema";
import { keepPreference } from "@/lib/preference-cookie";

/** A cookie rather than local storage: the page comes with the right one chosen. */
export const toneCookie = "tone";

export const isTone = (value: unknown): value is Tone => value === "T" || value === "F";

export const rememberTone = (tone: Tone) => keepPreference(toneCookie, tone);
