import "server-only";

import { fromPrisma } from "pg-boss";

import { appendAudit } from "../../audit/append-audit.ts";
import type { Viewer } from "../../auth/reader.ts";
import { type Tx, prisma } from "../../db.ts";
import { type Result, err, ok } from "../../result.ts";
import { maxMemberNotes } from "./schema.ts";

type Moderator = Pick<Viewer, "id" | "role">;

export type MemberNote = {
  id: string;
  text: string;
  edit: number;
  createdAt: Date;
  editedAt: Date | null;
  writerName: string | null;
  canChange: boolean;
};

/** Newest first. Empty for the member the notes are about, whatever their role. */
export async function listMemberNotes(viewer: Moderator, memberId: string): Promise<MemberNote[]> {
  if (viewer.id === memberId) return [];
  const rows = await prisma.memberNote.findMany({
    where: { memberId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: maxMemberNotes,
    include: { writer: { select: { name: true } } },
  });
  return rows.map(({ id, text, edit, createdAt, editedAt, writerId, writer }) => ({
    id,
    text,
    edit,
    createdAt,
    editedAt,
    writerName: writer?.name ?? null,
    canChange: mayChange(viewer, writerId),
  }));
}

export async function writeMemberNote(input: {
  writer: Moderator;
  memberId: string;
  text: string;
}): Promise<Result<{ noteId: string }, "NOT_FOUND" | "OWN" | "FULL">> {
  const { writer, memberId, text } = input;
  if (writer.id === memberId) return err("OWN");
  return prisma.$transaction(async (tx) => {
    // Serialises writers, so that the count enforces the limit.
    const [member] = await tx.$queryRaw<object[]>`
      SELECT id FROM member WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`;
    if (!member) return err("NOT_FOUND");
    if ((await tx.memberNote.count({ where: { memberId } })) >= maxMemberNotes) return err("FULL");
    const { id: noteId } = await tx.memberNote.create({
      data: { memberId, writerId: writer.id, text },
      select: { id: true },
    });
    await record(tx, { actorId: writer.id, kind: "MEMBER_NOTE_WRITTEN", subjectId: memberId, noteId });
    return ok({ noteId });
  });
}

type Refused = Result<never, "NOT_FOUND" | "OWN" | "NOT_YOURS">;

/**
 * Only for the writer or an admin. @param input.edit the version that was shown; of two concurrent edits one gets
 * CHANGED
 */
export async function editMemberNote(input: {
  editor: Moderator;
  noteId: string;
  edit: number;
  text: string;
}): Promise<Result<null, "CHANGED"> | Refused> {
  const { editor, noteId, edit, text } = input;
  return prisma.$transaction(async (tx) => {
    const note = await findChangeable(tx, editor, noteId);
    if (!note.ok) return note;
    const { count } = await tx.memberNote.updateMany({
      where: { id: noteId, edit },
      data: { text, edit: { increment: 1 }, editedAt: new Date() },
    });
    if (count === 0) return err("CHANGED");
    const { memberId } = note.data;
    await record(tx, { actorId: editor.id, kind: "MEMBER_NOTE_EDITED", subjectId: memberId, noteId });
    return ok(null);
  });
}

/** Only for the writer or an admin. NOT_FOUND also when it is already deleted. */
export async function deleteMemberNote(input: {
  editor: Moderator;
  noteId: string;
}): Promise<Result<null, never> | Refused> {
  const { editor, noteId } = input;
  return prisma.$transaction(async (tx) => {
    const note = await findChangeable(tx, editor, noteId);
    if (!note.ok) return note;
    const { count } = await tx.memberNote.deleteMany({ where: { id: noteId } });
    if (count === 0) return err("NOT_FOUND");
    const { memberId } = note.data;
    await record(tx, { actorId: editor.id, kind: "MEMBER_NOTE_DELETED", subjectId: memberId, noteId });
    return ok(null);
  });
}

const mayChange = ({ id, role }: Moderator, writerId: string | null) => role === "ADMIN" || id === writerId;

async function findChangeable(tx: Tx, editor: Moderator, noteId: string) {
  const note = await tx.memberNote.findUnique({
    where: { id: noteId },
    select: { memberId: true, writerId: true },
  });
  if (!note) return err("NOT_FOUND");
  if (note.memberId === editor.id) return err("OWN");
  return mayChange(editor, note.writerId) ? ok(note) : err("NOT_YOURS");
}

type Change = {
  actorId: string;
  kind: "MEMBER_NOTE_WRITTEN" | "MEMBER_NOTE_EDITED" | "MEMBER_NOTE_DELETED";
  subjectId: string;
  noteId: string;
};

const record = (tx: Tx, { noteId, ...entry }: Change) =>
  appendAudit(fromPrisma(tx), { ...entry, data: { noteId } });
