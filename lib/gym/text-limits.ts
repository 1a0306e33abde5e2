/** Bounds that a form shows before its text is sent. Without zod, which would be sent to the browser with them. */

export const minSuggestionChars = 2;
export const maxSuggestionChars = 500;
