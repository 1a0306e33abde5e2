import { openSealed } from "../crypto/open-sealed.ts";
import { type SealingKey, hasVersion, seal, unseal } from "../crypto/seal.ts";

type Shared = { authorId: string; replyId: string };

// A separate context: an envelope of the diary does not open in a shared row, nor the other way round.
const context = ({ authorId, replyId }: Shared, field: "entry" | "reply") => [
  "member",
  authorId,
  "shared-reply",
  replyId,
  field,
];

/**
 * Seals the copies for the team. `version` identifies this sharing: copies of an earlier, withdrawn one do not open
 * in its row.
 */
export const sealShared = (
  key: SealingKey,
  of: Shared,
  texts: { entry: string; reply: string },
  version: string | null,
) => ({
  version,
  entry: seal(key, texts.entry, context(of, "entry"), version),
  reply: seal(key, texts.reply, context(of, "reply"), version),
});

type SealedCopies = { entry: Uint8Array; reply: Uint8Array; version: string | null };

export function openShared(key: SealingKey, of: Shared, sealed: SealedCopies) {
  const open = (field: "entry" | "reply") =>
    openSealed(() => openCopy(key, sealed[field], context(of, field), sealed.version), {
      replyId: of.replyId,
    });
  return { entry: open("entry"), reply: open("reply") };
}

function openCopy(key: SealingKey, envelope: Uint8Array, where: string[], version: string | null): string {
  if (version !== null && !hasVersion(envelope)) throw new Error("a copy of an earlier sharing");
  return unseal(key, envelope, where, version).toString();
}
