/** Separate from the zod schemas, so that forms do not load zod in the browser. */

export const minSuggestionChars = 2;
export const maxSuggestionChars = 500;
