import type { Entry, Reply } from "./schema.ts";

/** Whether the page has another text by now than the one that the reply answers. */
export const answersOlderText = (reply: Reply, entry: Entry): boolean =>
  reply.fingerprint === null ? reply.createdAt < entry.updatedAt : reply.fingerprint !== entry.fingerprint;
