// Loadable by plain Node (the seed makes accounts too), so no "server-only" here.
import { createDataKey } from "../crypto/data-key.ts";
import { prisma } from "../db.ts";
import { Prisma } from "../generated/prisma/client.ts";
import { err, ok } from "../result.ts";

type NewMember = {
  email: string;
  name: string;
  passwordHash?: string;
  identity?: { provider: string; subject: string };
  timeZone?: string;
  locale?: string;
  role?: "MEMBER" | "ADMIN";
};

/** A member and the key that seals their diary: both or neither. */
export async function createMember({ identity, ...member }: NewMember) {
  try {
    const created = await prisma.$transaction(async (tx) => {
      const row = await tx.member.create({
        data: { ...member, identities: identity && { create: identity } },
        select: { id: true, sessionVersion: true },
      });
      await createDataKey(tx, row.id);
      return row;
    });
    return ok(created);
  } catch (error) {
    // The unique index decides, not a look beforehand: two sign-ups may arrive together.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return err("EMAIL_TAKEN");
    throw error;
  }
}
