import type { Tone } from "./schema.ts";

/**
 * The tone chosen last in this browser. A cookie and not local storage, so that the server renders the right choice.
 */
export const toneCookie = "tone";

export const isTone = (value: unknown): value is Tone => value === "T" || value === "F";
