import "server-only";

import type { UserId } from "../../auth/user-id.ts";
import { prisma } from "../../db.ts";
import { type Result, err, ok } from "../../result.ts";
import { type CannedNoteError, maxCannedNotes } from "./canned-notes-schema.ts";

/** Any number of its own. */
const keepingLock = 768_039;

export type CannedNote = { id: string; text: string };

/** The notes that moderators keep for all of them, oldest first: their figures stay the same. */
export async function listCannedNotes(): Promise<CannedNote[]> {
  return prisma.cannedNote.findMany({
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: maxCannedNotes,
    select: { id: true, text: true },
  });
}

/** Keeps a note. One that is kept already stays as it is. */
export async function keepCannedNote(input: {
  moderatorId: UserId;
  text: string;
}): Promise<Result<null, CannedNoteError>> {
  const { moderatorId: createdById, text } = input;
  return prisma.$transaction(async (tx) => {
    // Two moderators at once: the second one counts what the first one kept.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${keepingLock})`;
    if (await tx.cannedNote.findUnique({ where: { text }, select: { id: true } })) return ok(null);
    if ((await tx.cannedNote.count()) >= maxCannedNotes) return err("FULL");
    await tx.cannedNote.create({ data: { text, createdById }, select: { id: true } });
    return ok(null);
  });
}

/** Idempotent. What it was used for keeps its words. */
export async function dropCannedNote(id: string): Promise<void> {
  await prisma.cannedNote.deleteMany({ where: { id } });
}
