import type { UserId } from "../lib/auth/user-id.ts";
import { createDataKey } from "../lib/crypto/data-key.ts";
import { prisma } from "../lib/db.ts";

/** With a data key. The cast to `UserId` replaces a gate. */
export async function newMember(more: { name?: string; timeZone?: string } = {}): Promise<UserId> {
  return prisma.$transaction(async (tx) => {
    const email = `${crypto.randomUUID()}@sora.test`;
    const { id } = await tx.member.create({ data: { email, name: "소라", ...more } });
    await createDataKey(tx, id);
    return id as UserId;
  });
}
