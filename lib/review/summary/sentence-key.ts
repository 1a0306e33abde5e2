import { createHash } from "node:crypto";

export const sentenceKeyPattern = /^[a-f0-9]{12}$/;

/** Identifies a sentence in a URL. It changes with the text, so an old URL never shows the wrong reviews. */
export const sentenceKey = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);
