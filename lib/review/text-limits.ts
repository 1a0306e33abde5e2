/** Separate from the zod schemas, so that forms do not load zod in the browser. */

export const minBodyChars = 10;
export const maxBodyChars = 2000;

export const maxReportChars = 500;
