/** Bounds that a form shows before its text is sent. Without zod, which would be sent to the browser with them. */

export const minBodyChars = 10;
export const maxBodyChars = 2000;

export const maxReportChars = 500;
