// No "server-only": the seed loads this in plain Node.
import { createDataKey } from "../crypto/data-key.ts";
import { type Tx, prisma } from "../db.ts";
import { isUniqueViolation } from "../errors/db-errors.ts";
import { err, ok } from "../result.ts";

type NewMember = {
  email: string;
  name: string;
  passwordHash?: string;
  identity?: { provider: string; subject: string };
  timeZone?: string;
  locale?: string;
  role?: "MEMBER" | "ADMIN";
  emailVerifiedAt?: Date;
};

type Alongside = {
  before?: (tx: Tx) => Promise<void>;
  after?: (tx: Tx, member: { id: string }) => Promise<void>;
};

/** Creates a member and their diary key in one transaction. */
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
    // The unique index decides, because a check beforehand would race with another sign-up.
    if (isUniqueViolation(error)) return err("EMAIL_TAKEN");
    throw error;
  }
}
