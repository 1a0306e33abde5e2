// Loadable by plain Node (the seed makes accounts too), so no "server-only" here.
import { createDataKey } from "../crypto/data-key.ts";
import { type Tx, prisma } from "../db.ts";
import { isUniqueViolation } from "../db-errors.ts";
import { err, ok } from "../result.ts";

type NewMember = {
  email: string;
  name: string;
  passwordHash?: string;
  identity?: { provider: string; subject: string };
  timeZone?: string;
  locale?: string;
  role?: "MEMBER" | "ADMIN";
  /** None: the address is only what they typed. */
  emailVerifiedAt?: Date;
};

/** What is done in the same transaction. */
type Alongside = {
  before?: (tx: Tx) => Promise<void>;
  after?: (tx: Tx, member: { id: string }) => Promise<void>;
};

/** A member and the key that seals their diary: both or neither. */
export async function createMember({ identity, ...member }: NewMember, { before, after }: Alongside = {}) {
  try {
    const created = await prisma.$transaction(async (tx) => {
      await before?.(tx);
      const row = await tx.member.create({
        data: { ...member, identities: identity && { create: identity } },
        select: { id: true, sessionVersion: true },
      });
      await createDataKey(tx, row.id);
      await after?.(tx, row);
      return row;
    });
    return ok(created);
  } catch (error) {
    // The unique index decides, not a look beforehand: two sign-ups may arrive together.
    if (isUniqueViolation(error)) return err("EMAIL_TAKEN");
    throw error;
  }
}
