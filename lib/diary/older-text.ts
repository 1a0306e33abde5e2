import type { Entry, Reply } from "./schema.ts";

export const answersOlderText = (reply: Reply, entry: Entry): boolean =>
  reply.fingerprint === null ? reply.createdAt < entry.updatedAt : reply.fingerprint !== entry.fingerprint;
