import "server-only";

import type { UserId } from "../../auth/user-id.ts";
import { prisma } from "../../db.ts";
import { type Result, err, ok } from "../../result.ts";
import { type CannedNoteError, maxCannedNotes } from "./canned-notes-schema.ts";

/** An arbitrary number, unique among the advisory locks. */
const keepingLock = 768_039;

export type CannedNote = { id: string; text: string };

/** Shared by all moderators. Oldest first, so that the numbers of the notes do not change. */
export async function listCannedNotes(): Promise<CannedNote[]> {
  return prisma.cannedNote.findMany({
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: maxCannedNotes,
    select: { id: true, text: true },
  });
}

/** Idempotent: an existing note remains as it is. */
export async function keepCannedNote(input: {
  moderatorId: UserId;
  text: string;
}): Promise<Result<null, CannedNoteError>> {
  const { moderatorId: createdById, text } = input;
  return prisma.$transaction(async (tx) => {
    // Serialises concurrent additions, so that each counts the earlier ones.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${keepingLock})`;
    if (await tx.cannedNote.findUnique({ where: { text }, select: { id: true } })) return ok(null);
    if ((await tx.cannedNote.count()) >= maxCannedNotes) return err("FULL");
    await tx.cannedNote.create({ data: { text, createdById }, select: { id: true } });
    return ok(null);
  });
}

/** Idempotent. Decisions keep the text. */
export async function dropCannedNote(id: string): Promise<void> {
  await prisma.cannedNote.deleteMany({ where: { id } });
}
