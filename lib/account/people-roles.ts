import "server-only";

import { fromPrisma } from "pg-boss";
import { appendAudit } from "../audit/append-audit.ts";
import type { UserId } from "../auth/user-id.ts";
import { prisma } from "../db.ts";
import type { Role } from "../generated/prisma/enums.ts";
import { notifySignedOut } from "../auth/sessions/revoke.ts";
import { type Result, err, ok } from "../result.ts";

type Changed = Result<{ from: Role }, "NOT_FOUND" | "OWN" | "NOT_ADMIN">;

/**
 * Appoints a moderator, or makes a moderator or admin a member again. Effective with the next request, because each
 * request reads the role from the database. Admins are appointed on the server (`npm run admin`).
 * Nobody changes their own role, and the caller is still an admin when the change commits, so at least one admin
 * always remains.
 */
export async function changeRole(input: {
  adminId: UserId;
  memberId: string;
  role: "MEMBER" | "MODERATOR";
}): Promise<Changed> {
  const { adminId, memberId, role } = input;
  if (memberId === adminId) return err("OWN");

  return prisma.$transaction(async (tx): Promise<Changed> => {
    // Locks all admins in one order: two who demote each other run one after the other.
    const locked = await tx.$queryRaw<{ id: string; role: Role }[]>`
      SELECT id, role FROM member WHERE role = 'ADMIN' OR id = ${memberId}::uuid ORDER BY id FOR NO KEY UPDATE`;
    if (!locked.some((one) => one.id === adminId && one.role === "ADMIN")) return err("NOT_ADMIN");
    const member = locked.find(({ id }) => id === memberId);
    if (!member) return err("NOT_FOUND");
    if (member.role === role) return ok({ from: role });

    await tx.member.update({ where: { id: memberId }, data: { role }, select: { id: true } });
    // Every server checks the member's open streams: those for moderators end at once.
    await notifySignedOut(tx, memberId);
    await appendAudit(fromPrisma(tx), {
      actorId: adminId,
      kind: "ROLE_CHANGED",
      subjectId: memberId,
      data: { from: member.role, to: role },
    });
    return ok({ from: member.role });
  });
}
