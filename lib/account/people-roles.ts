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
 * Makes a member a moderator, or a moderator or an admin a member again. Sessions see it with their next request: the
 * role is read from the database each time. Admins are made on the server itself (`npm run admin`).
 *
 * Nobody changes their own role, and whoever changes one is an admin at that very moment: so one admin always stays.
 */
export async function changeRole(input: {
  adminId: UserId;
  memberId: string;
  role: "MEMBER" | "MODERATOR";
}): Promise<Changed> {
  const { adminId, memberId, role } = input;
  if (memberId === adminId) return err("OWN");

  return prisma.$transaction(async (tx): Promise<Changed> => {
    // All admins are locked, in one order: two who withdraw each other's role go one after the other.
    const locked = await tx.$queryRaw<{ id: string; role: Role }[]>`
      SELECT id, role FROM member WHERE role = 'ADMIN' OR id = ${memberId}::uuid ORDER BY id FOR NO KEY UPDATE`;
    if (!locked.some((one) => one.id === adminId && one.role === "ADMIN")) return err("NOT_ADMIN");
    const member = locked.find(({ id }) => id === memberId);
    if (!member) return err("NOT_FOUND");
    if (member.role === role) return ok({ from: role });

    await tx.member.update({ where: { id: memberId }, data: { role }, select: { id: true } });
    // What is open on their screen stops showing news at once.
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
