import type { Tone } from "./schema.ts";

/** The tone chosen last in this browser. A cookie rather than local storage: the page comes with the right one chosen. */
export const toneCookie = "tone";

export const isTone = (value: unknown): value is Tone => value === "T" || value === "F";
