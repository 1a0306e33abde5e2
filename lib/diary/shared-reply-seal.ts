import { type SealingKey, seal, unseal } from "../crypto/seal.ts";

type Shared = { authorId: string; replyId: string };

// Of its own: an envelope of the diary put into a shared row does not open there, nor the other way round.
const context = ({ authorId, replyId }: Shared, field: "entry" | "reply") => [
  "member",
  authorId,
  "shared-reply",
  replyId,
  field,
];

/** Seals the copies of a page and its reply that a member shows the team. */
export const sealShared = (key: SealingKey, of: Shared, texts: { entry: string; reply: string }) => ({
  entry: seal(key, texts.entry, context(of, "entry")),
  reply: seal(key, texts.reply, context(of, "reply")),
});

/** Opens these copies. Nothing else of a diary opens with it. */
export const openShared = (
  key: SealingKey,
  of: Shared,
  sealed: { entry: Uint8Array; reply: Uint8Array },
) => ({
  entry: unseal(key, sealed.entry, context(of, "entry")).toString(),
  reply: unseal(key, sealed.reply, context(of, "reply")).toString(),
});
