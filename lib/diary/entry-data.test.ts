import { describe, expect, test } from "vitest";

import { captureLog } from "../../test/captured-log.ts";
import { newMember } from "../../test/new-member.ts";
import { prisma } from "../db.ts";
import { deleteEntry, findEntry, listEntries, saveEntry } from "./entry-data.ts";

const date = "2026-11-21";

async function savedEntry(input: Parameters<typeof saveEntry>[0]) {
  const saved = await saveEntry(input);
  if (!saved.ok) throw new Error(saved.error);
  return saved.data;
}

describe("an entry", () => {
  test("is returned as it was saved", async () => {
    const authorId = await newMember();
    const body = "  오늘은 NFD도 그대로: 한글\n\n🌊 end ";
    const { isNew, entry } = await savedEntry({ authorId, date, body });
    expect(isNew).toBe(true);
    expect((await findEntry({ authorId, date }))?.entry).toEqual({ ...entry, body });
  });

  test("exists once per day: another save changes it", async () => {
    const authorId = await newMember();
    const first = await savedEntry({ authorId, date, body: "first" });
    const second = await savedEntry({ authorId, date, body: "second" });
    expect(second.isNew).toBe(false);
    expect(second.entry.updatedAt > first.entry.updatedAt).toBe(true);
    expect(await prisma.entry.count({ where: { authorId } })).toBe(1);
  });

  test("is sealed in the database", async () => {
    const authorId = await newMember();
    await savedEntry({ authorId, date, body: "nobody may read this" });
    const row = await prisma.entry.findFirstOrThrow({ where: { authorId } });
    expect(Buffer.from(row.body).toString("latin1")).not.toContain("nobody");
  });

  test("is missing for anyone else", async () => {
    const [authorId, stranger] = await Promise.all([newMember(), newMember()]);
    await savedEntry({ authorId, date, body: "mine" });
    expect(await findEntry({ authorId: stranger, date })).toBeNull();
    expect(await deleteEntry({ authorId: stranger, date })).toBe(false);
    expect((await listEntries({ authorId: stranger, limit: 10 })).entries).toEqual([]);
    expect((await findEntry({ authorId, date }))?.entry.body).toBe("mine");
  });

  test("does not open when its row is given to someone else", async () => {
    const [authorId, thief] = await Promise.all([newMember(), newMember()]);
    await savedEntry({ authorId, date, body: "mine" });
    await prisma.entry.updateMany({ where: { authorId }, data: { authorId: thief } });
    const { records } = captureLog();
    expect((await findEntry({ authorId: thief, date }))?.entry).toMatchObject({ body: "", isSealed: true });
    expect(records).toMatchObject([{ event: "sealed text does not open" }]);
  });

  test("is unreadable for good once its author is deleted", async () => {
    const authorId = await newMember();
    await savedEntry({ authorId, date, body: "gone" });
    await prisma.member.delete({ where: { id: authorId } });
    expect(await prisma.dataKey.count({ where: { memberId: authorId } })).toBe(0);
    expect(await findEntry({ authorId, date })).toBeNull();
    expect(await saveEntry({ authorId, date, body: "late" })).toEqual({
      ok: false,
      error: "UNAUTHENTICATED",
    });
  });
});

describe("two tabs on one page", () => {
  test("a save on an old version is a conflict, returns the current page and overwrites nothing", async () => {
    const authorId = await newMember();
    const { entry } = await savedEntry({ authorId, date, body: "v1" });
    const other = await savedEntry({ authorId, date, body: "v2", baseUpdatedAt: entry.updatedAt });
    const late = await saveEntry({ authorId, date, body: "v1 and more", baseUpdatedAt: entry.updatedAt });
    expect(late).toEqual({ ok: false, error: "CONFLICT", entry: other.entry });
    expect((await findEntry({ authorId, date }))?.entry.body).toBe("v2");
  });

  test("a save by a tab that saw no page is also a conflict", async () => {
    const authorId = await newMember();
    await savedEntry({ authorId, date, body: "written on the phone" });
    const late = await saveEntry({ authorId, date, body: "written here", baseUpdatedAt: null });
    expect(late).toMatchObject({ ok: false, error: "CONFLICT" });
  });

  test("a retry of a save whose response was lost is no conflict", async () => {
    const authorId = await newMember();
    const { entry } = await savedEntry({ authorId, date, body: "same", baseUpdatedAt: null });
    const again = await savedEntry({ authorId, date, body: "same", baseUpdatedAt: null });
    expect(again.entry).toEqual(entry);
  });

  test("concurrent saves without a version all succeed, each with a separate version", async () => {
    const authorId = await newMember();
    const saved = await Promise.all(
      Array.from({ length: 30 }, (_, n) => savedEntry({ authorId, date, body: `page ${n}` })),
    );
    const versions = saved.map(({ entry }) => entry.updatedAt);
    expect(new Set(versions).size).toBe(30);
    const last = saved.find(({ entry }) => entry.updatedAt === versions.toSorted().at(-1));
    expect((await findEntry({ authorId, date }))?.entry).toEqual(last!.entry);
  });

  test("concurrent first saves create one page", async () => {
    const authorId = await newMember();
    const bodies = ["a", "b", "c", "d", "e", "f"];
    const saved = await Promise.all(
      bodies.map((body) => saveEntry({ authorId, date, body, baseUpdatedAt: null })),
    );
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await prisma.entry.count({ where: { authorId } })).toBe(1);
  });
});

describe("past days", () => {
  test("are listed newest first, in pages, each once", async () => {
    const authorId = await newMember();
    const dates = Array.from({ length: 23 }, (_, index) => `2026-10-${String(index + 1).padStart(2, "0")}`);
    for (const day of dates) await savedEntry({ authorId, date: day, body: `page of ${day}` });

    const seen: string[] = [];
    let before: string | undefined;
    do {
      const { entries, nextBefore } = await listEntries({ authorId, before, limit: 10 });
      seen.push(...entries.map((entry) => entry.date));
      before = nextBefore ?? undefined;
    } while (before);
    expect(seen).toEqual(dates.toReversed());
  });
});
