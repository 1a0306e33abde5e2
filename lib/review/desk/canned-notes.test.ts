import { beforeEach, expect, test } from "vitest";

import { newModerator } from "../../../test/desk-scene.ts";
import { prisma } from "../../db.ts";
import { cannedNoteSchema, maxCannedNotes } from "./canned-notes-schema.ts";
import { dropCannedNote, keepCannedNote, listCannedNotes } from "./canned-notes.ts";

beforeEach(() => prisma.cannedNote.deleteMany());

test("a note is kept once for all moderators, in order of creation, until a moderator deletes it", async () => {
  const [one, other] = [await newModerator(), await newModerator()];
  const keep = (moderatorId: typeof one, text: string) => keepCannedNote({ moderatorId, text });
  await keep(one, "전화번호를 지우고 다시 보내 주세요.");
  await keep(other, "겪은 일만 적어 주세요.");
  expect(await keep(other, "전화번호를 지우고 다시 보내 주세요.")).toEqual({ ok: true, data: null });
  const [first, second, ...rest] = await listCannedNotes();
  expect([first?.text, second?.text, rest]).toEqual([
    "전화번호를 지우고 다시 보내 주세요.",
    "겪은 일만 적어 주세요.",
    [],
  ]);
  await dropCannedNote(first!.id);
  await dropCannedNote(first!.id);
  expect(await listCannedNotes()).toEqual([second]);
  // Its creator's account is deleted; the others still use it.
  await prisma.member.delete({ where: { id: other } });
  expect(await listCannedNotes()).toEqual([second]);
});

test("the number of notes is limited, also when two moderators add the last one at once", async () => {
  const moderatorId = await newModerator();
  await prisma.cannedNote.createMany({
    data: Array.from({ length: maxCannedNotes - 1 }, (_, at) => ({ text: `note ${at}` })),
  });
  const kept = await Promise.all(["a", "b"].map((text) => keepCannedNote({ moderatorId, text })));
  expect(kept.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(await listCannedNotes()).toHaveLength(maxCannedNotes);
});

test.each([
  ["", "EMPTY"],
  ["\u3164 ", "EMPTY"],
  ["가".repeat(1001), "NOTE_TOO_LONG"],
])("what cannot be a note: %j", (text, error) => {
  expect(cannedNoteSchema.safeParse({ text }).error?.issues[0]?.message).toBe(error);
});
