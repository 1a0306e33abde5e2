import { prisma } from "../db.ts";
import { keyEncryptionKeys, resealDataKey } from "./data-key.ts";

/**
 * Verifies that this server can open every diary of this database, and registers the newest key. Run at start-up: two
 * servers with different keys would each write diaries that the other cannot read.
 * @throws {Error} with the ids of the keys that DIARY_KEYS lacks
 */
export async function registerKeys(): Promise<void> {
  const ours = keyEncryptionKeys().map((key) => key.id);
  await assertEveryDiaryOpens(ours);
  await prisma.$transaction(async (tx) => {
    // One server at a time: two first starts must not both find an empty register.
    await tx.$executeRaw`LOCK TABLE key_encryption_key IN EXCLUSIVE MODE`;
    const known = await tx.keyEncryptionKey.findMany({ select: { id: true } });
    const missing = known.filter(({ id }) => !ours.includes(id)).map(({ id }) => id);
    if (missing.length)
      throw new Error(`DIARY_KEYS lacks key ${missing.join(", ")}, with which this database is sealed`);
    await tx.keyEncryptionKey.createMany({ data: [{ id: ours[0]! }], skipDuplicates: true });
  });
}

/**
 * A server that was suspended during a rotation may have sealed a new member's key with a key that is no longer
 * registered.
 */
async function assertEveryDiaryOpens(ours: string[]): Promise<void> {
  const closed = await prisma.dataKey.findFirst({
    where: { sealedBy: { notIn: ours } },
    select: { sealedBy: true },
  });
  if (closed) throw new Error(`DIARY_KEYS lacks key ${closed.sealedBy}, with which a diary is sealed`);
}

/**
 * Seals every data key with the newest key of DIARY_KEYS, in batches while the servers run, and then removes the
 * older keys from the register. Entries and replies do not change. May be interrupted and run again.
 * @returns the number of data keys that were sealed again
 */
export async function rotateKeys(batchSize = 200): Promise<number> {
  await registerKeys();
  const newest = keyEncryptionKeys()[0]!.id;
  let rotated = 0;
  for (;;) {
    const stale = await prisma.dataKey.findMany({ where: { sealedBy: { not: newest } }, take: batchSize });
    if (stale.length === 0) break;
    for (const { memberId, sealedKey } of stale) {
      const resealed = resealDataKey(memberId, sealedKey);
      // Only if the row is unchanged: two rotations may run at once.
      const { count } = await prisma.dataKey.updateMany({ where: { memberId, sealedKey }, data: resealed });
      rotated += count;
    }
  }
  await prisma.keyEncryptionKey.deleteMany({ where: { id: { not: newest } } });
  return rotated;
}
