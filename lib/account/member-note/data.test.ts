import { afterAll, beforeAll, expect, test } from "vitest";

import { newModerator } from "../../../test/desk-scene.ts";
import { newMember } from "../../../test/new-member.ts";
import { prisma } from "../../db.ts";
import type { UserId } from "../../auth/user-id.ts";
import { deleteMemberNote, editMemberNote, listMemberNotes, writeMemberNote } from "./data.ts";
import { maxMemberNotes, newNoteSchema } from "./schema.ts";

let writer: { id: UserId; role: "MODERATOR" };
let other: { id: UserId; role: "MODERATOR" };
let admin: { id: UserId; role: "ADMIN" };

beforeAll(async () => {
  writer = { id: await newModerator("민지"), role: "MODERATOR" };
  other = { id: await newModerator("도윤"), role: "MODERATOR" };
  admin = { id: await newModerator("하늘"), role: "ADMIN" };
});
afterAll(() => prisma.memberNote.deleteMany());

const text = "같은 헬스장에 여러 계정으로 쓰는 것 같아요.";
const refused = (error: string) => ({ ok: false, error });
const done = { ok: true, data: null };

async function noteAbout(memberId: string): Promise<string> {
  const written = await writeMemberNote({ writer, memberId, text });
  if (!written.ok) throw new Error(written.error);
  return written.data.noteId;
}
const kindsOf = async (subjectId: string) =>
  (await prisma.auditEvent.findMany({ where: { subjectId }, orderBy: { seq: "asc" } })).map(
    ({ kind, actorId }) => [kind, actorId],
  );

test("every moderator reads a note; its writer and admins change it, others do not", async () => {
  const memberId = await newMember();
  const noteId = await noteAbout(memberId);
  expect(await listMemberNotes(other, memberId)).toMatchObject([
    { id: noteId, text, writerName: "민지", editedAt: null, canChange: false },
  ]);
  expect(await editMemberNote({ editor: other, noteId, edit: 1, text: "x" })).toEqual(refused("NOT_YOURS"));
  expect(await deleteMemberNote({ editor: other, noteId })).toEqual(refused("NOT_YOURS"));
  expect(await listMemberNotes(writer, memberId)).toMatchObject([{ text, canChange: true }]);

  expect(await editMemberNote({ editor: writer, noteId, edit: 1, text: "확인했어요." })).toEqual(done);
  expect(await editMemberNote({ editor: admin, noteId, edit: 2, text: "확인 끝." })).toEqual(done);
  expect(await listMemberNotes(admin, memberId)).toMatchObject([
    { text: "확인 끝.", edit: 3, canChange: true, editedAt: expect.any(Date) },
  ]);
  expect(await deleteMemberNote({ editor: admin, noteId })).toEqual(done);
  expect(await deleteMemberNote({ editor: writer, noteId })).toEqual(refused("NOT_FOUND"));
  expect(await listMemberNotes(writer, memberId)).toEqual([]);
  expect(await kindsOf(memberId)).toEqual([
    ["MEMBER_NOTE_WRITTEN", writer.id],
    ["MEMBER_NOTE_EDITED", writer.id],
    ["MEMBER_NOTE_EDITED", admin.id],
    ["MEMBER_NOTE_DELETED", admin.id],
  ]);
});

test("accepts one of two concurrent edits and reports CHANGED to the other", async () => {
  const memberId = await newMember();
  const noteId = await noteAbout(memberId);
  const edited = await Promise.all(
    [writer, admin].map((editor) => editMemberNote({ editor, noteId, edit: 1, text: editor.role })),
  );
  expect(edited).toContainEqual(done);
  expect(edited).toContainEqual(refused("CHANGED"));
  expect(await listMemberNotes(admin, memberId)).toMatchObject([
    { text: edited[0]!.ok ? "MODERATOR" : "ADMIN", edit: 2 },
  ]);
});

test("nobody reads, writes or changes notes about themselves, moderators and admins included", async () => {
  for (const self of [other, admin]) {
    const noteId = await noteAbout(self.id);
    expect(await listMemberNotes(self, self.id)).toEqual([]);
    expect(await writeMemberNote({ writer: self, memberId: self.id, text })).toEqual(refused("OWN"));
    expect(await editMemberNote({ editor: self, noteId, edit: 1, text })).toEqual(refused("OWN"));
    expect(await deleteMemberNote({ editor: self, noteId })).toEqual(refused("OWN"));
    expect(await listMemberNotes(writer, self.id)).toHaveLength(1);
  }
});

test("keeps a note when its writer leaves, for admins to change, and deletes it with the account it is about", async () => {
  const memberId = await newMember();
  const leaving = { id: await newModerator("서아"), role: "MODERATOR" } as const;
  await writeMemberNote({ writer: leaving, memberId, text });
  await prisma.member.delete({ where: { id: leaving.id } });
  expect(await listMemberNotes(other, memberId)).toMatchObject([{ writerName: null, canChange: false }]);
  expect(await listMemberNotes(admin, memberId)).toMatchObject([{ canChange: true }]);
  await prisma.member.delete({ where: { id: memberId } });
  expect(await prisma.memberNote.count({ where: { memberId } })).toBe(0);
  expect(await writeMemberNote({ writer, memberId, text })).toEqual(refused("NOT_FOUND"));
});

test("limits the notes about a member, also for two concurrent writers", async () => {
  const memberId = await newMember();
  await prisma.memberNote.createMany({
    data: Array.from({ length: maxMemberNotes - 1 }, () => ({ memberId, text, writerId: writer.id })),
  });
  const written = await Promise.all(
    [writer, other].map((by) => writeMemberNote({ writer: by, memberId, text })),
  );
  expect(written.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(written).toContainEqual(refused("FULL"));
});

test.each([
  ["", "NOTE_MISSING"],
  ["…", "NOTE_MISSING"],
  ["가".repeat(1001), "NOTE_TOO_LONG"],
])("refuses the note %j", (given, error) => {
  const parsed = newNoteSchema.safeParse({ memberId: crypto.randomUUID(), text: given });
  expect(parsed.error?.issues[0]?.message).toBe(error);
});
