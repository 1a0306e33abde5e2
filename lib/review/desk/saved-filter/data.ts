import "server-only";

import type { UserId } from "../../../auth/user-id.ts";
import { type Tx, prisma } from "../../../db.ts";
import { type Result, err, ok } from "../../../result.ts";
import { filterOf, queuePath } from "../queue-query.ts";
import { maxSavedFilters } from "./schema.ts";

export type SavedFilter = { id: string; name: string; href: string };

/** In the order in which they were saved. */
export async function listSavedFilters(moderatorId: UserId): Promise<SavedFilter[]> {
  const rows = await prisma.savedFilter.findMany({
    where: { moderatorId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: maxSavedFilters,
    select: { id: true, name: true, search: true },
  });
  return rows.map(({ search, ...row }) => ({ ...row, href: queuePath + search }));
}

/** @param input.here a URL of the queue; everything that is no filter is dropped */
export async function saveFilter(input: {
  moderatorId: UserId;
  name: string;
  here: string;
}): Promise<Result<null, "NAME_TAKEN" | "FULL">> {
  const { moderatorId, name, here } = input;
  return prisma.$transaction(async (tx) => {
    await lockFilters(tx, moderatorId);
    if ((await tx.savedFilter.count({ where: { moderatorId } })) >= maxSavedFilters) return err("FULL");
    const { count } = await tx.savedFilter.createMany({
      data: [{ moderatorId, name, search: filterOf(here) }],
      skipDuplicates: true,
    });
    return count > 0 ? ok(null) : err("NAME_TAKEN");
  });
}

export async function renameFilter(input: {
  moderatorId: UserId;
  id: string;
  name: string;
}): Promise<Result<null, "NAME_TAKEN" | "NOT_FOUND">> {
  const { moderatorId, id, name } = input;
  return prisma.$transaction(async (tx) => {
    await lockFilters(tx, moderatorId);
    const other = await tx.savedFilter.findUnique({
      where: { moderatorId_name: { moderatorId, name } },
      select: { id: true },
    });
    if (other && other.id !== id) return err("NAME_TAKEN");
    const { count } = await tx.savedFilter.updateMany({ where: { id, moderatorId }, data: { name } });
    return count > 0 ? ok(null) : err("NOT_FOUND");
  });
}

/** Idempotent. Deletes only the moderator's own filter. */
export async function deleteFilter({ moderatorId, id }: { moderatorId: UserId; id: string }): Promise<void> {
  await prisma.savedFilter.deleteMany({ where: { id, moderatorId } });
}

/** Serialises one moderator's tabs. */
const lockFilters = (tx: Tx, moderatorId: UserId) =>
  tx.$executeRaw`SELECT FROM member WHERE id = ${moderatorId}::uuid FOR NO KEY UPDATE`;
