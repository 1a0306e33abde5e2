import { createHash } from "node:crypto";

export const sentenceKeyPattern = /^[a-f0-9]{12}$/;

/** Names a sentence of a summary in an address. Another sentence has another: an old address shows no wrong reviews. */
export const sentenceKey = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);
