import "server-only";

import { prisma } from "../../db.ts";
import { type Result, err, ok } from "../../result.ts";
import { recordSecurityEvent } from "../security-log/record-event.ts";
import type { UserId } from "../user-id.ts";

const maxPasskeys = 10;

type NewPasskey = {
  id: string;
  memberId: UserId;
  name: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports: string[];
};

export async function listPasskeys(memberId: UserId) {
  return prisma.passkey.findMany({
    where: { memberId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, transports: true, createdAt: true, lastUsedAt: true },
  });
}

export async function findPasskey(id: string) {
  return prisma.passkey.findUnique({
    where: { id },
    include: { member: { select: { sessionVersion: true } } },
  });
}

export async function createPasskey(input: NewPasskey, device: string): Promise<Result<null, "TOO_MANY">> {
  const { memberId, name } = input;
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM member WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`;
    if ((await tx.passkey.count({ where: { memberId } })) >= maxPasskeys) return err("TOO_MANY");
    await tx.passkey.create({ data: input, select: { id: true } });
    await recordSecurityEvent(tx, { kind: "PASSKEY_ADDED", data: { name }, memberId, device });
    return ok(null);
  });
}

export async function deletePasskey(
  { memberId, id }: { memberId: UserId; id: string },
  device: string,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const passkey = await tx.passkey.findFirst({ where: { id, memberId }, select: { name: true } });
    const { count } = await tx.passkey.deleteMany({ where: { id, memberId } });
    if (!passkey || count === 0) return false;
    await recordSecurityEvent(tx, {
      kind: "PASSKEY_REMOVED",
      data: { name: passkey.name },
      memberId,
      device,
    });
    return true;
  });
}

export async function renamePasskey({
  memberId,
  id,
  name,
}: {
  memberId: UserId;
  id: string;
  name: string;
}): Promise<void> {
  await prisma.passkey.updateMany({ where: { id, memberId }, data: { name } });
}

/** Stores the device's signature count. Of two uses from the same count one is a copy's, and is refused. */
export async function markUsed(id: string, before: bigint, counter: number): Promise<boolean> {
  const { count } = await prisma.passkey.updateMany({
    where: { id, counter: before },
    data: { counter, lastUsedAt: new Date() },
  });
  return count === 1;
}
