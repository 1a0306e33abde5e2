import { randomBytes } from "node:crypto";

import { type Tx, prisma } from "../db.ts";
import { env } from "../env.ts";
import { type SealingKey, seal, sealedBy, sealingKey, unseal } from "./seal.ts";

export const keyEncryptionKeys = () =>
  env().DIARY_KEYS.map((text) => sealingKey(Buffer.from(text, "base64")));

const context = (memberId: string) => ["member", memberId, "data-key"];

/** Creates the keys that seal the diaries of new members. Call it in the transaction that creates the members. */
export async function createDataKeys(tx: Tx, memberIds: string[]): Promise<void> {
  const [newest] = keyEncryptionKeys() as [SealingKey, ...SealingKey[]];
  await tx.dataKey.createMany({
    data: memberIds.map((memberId) => ({
      memberId,
      sealedKey: seal(newest, randomBytes(32), context(memberId)),
      sealedBy: newest.id,
    })),
  });
}

export const createDataKey = (tx: Tx, memberId: string) => createDataKeys(tx, [memberId]);

/**
 * Null when the member, and with them the key, is deleted. Read on each use: a key that one server destroyed must not
 * survive in another one's cache.
 */
export async function findDataKey(memberId: string): Promise<SealingKey | null> {
  const row = await prisma.dataKey.findUnique({ where: { memberId }, select: { sealedKey: true } });
  return row && openDataKey(memberId, row.sealedKey);
}

/** @throws {Error} when DIARY_KEYS lacks the key that sealed it */
export function openDataKey(memberId: string, sealedKey: Uint8Array): SealingKey {
  const id = sealedBy(sealedKey);
  const keyEncryptionKey = keyEncryptionKeys().find((key) => key.id === id);
  if (!keyEncryptionKey) throw new Error(`DIARY_KEYS lacks key ${id}`);
  return sealingKey(unseal(keyEncryptionKey, sealedKey, context(memberId)));
}

/**
 * Seals a data key with the newest key-encryption key. The data key itself, and all that it sealed, does not change.
 */
export function resealDataKey(
  memberId: string,
  sealedKey: Uint8Array,
): { sealedKey: Buffer<ArrayBuffer>; sealedBy: string } {
  const [newest] = keyEncryptionKeys() as [SealingKey, ...SealingKey[]];
  const dataKey = openDataKey(memberId, sealedKey);
  return { sealedKey: seal(newest, dataKey.secret.export(), context(memberId)), sealedBy: newest.id };
}
