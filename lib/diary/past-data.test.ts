import { describe, expect, test } from "vitest";

import { captureLog } from "../../test/captured-log.ts";
import { newMember } from "../../test/new-member.ts";
import { prisma } from "../db.ts";
import { instruments } from "../instruments.ts";
import { findEntry, saveEntry } from "./entry-data.ts";
import { findNeighbours, findPast, listDays, listMonths } from "./past-data.ts";

const date = "2026-11-21";
const before = "2026-12-01";

async function savedEntry(input: Parameters<typeof saveEntry>[0]) {
  const saved = await saveEntry(input);
  if (!saved.ok) throw new Error(saved.error);
}

async function writerOf(...dates: string[]) {
  const authorId = await newMember();
  for (const day of dates) await savedEntry({ authorId, date: day, body: `page of ${day}` });
  return authorId;
}

describe("past months", () => {
  test("are the months with pages before a day, newest first, with counts", async () => {
    const authorId = await writerOf("2025-02-28", "2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01");
    expect(await listMonths({ authorId, before })).toEqual([
      { month: "2026-11", count: 2 },
      { month: "2026-10", count: 1 },
      { month: "2025-02", count: 1 },
    ]);
    expect(await listMonths({ authorId, before: "2026-11-30" })).toContainEqual({
      month: "2026-11",
      count: 1,
    });
    expect(await listMonths({ authorId: await newMember(), before })).toEqual([]);
  });

  test("list only the author's days of the month, also in December, and none from today on", async () => {
    const authorId = await writerOf("2025-11-30", "2025-12-01", "2025-12-31", "2026-01-01");
    await writerOf("2025-12-15");
    const dates = async (month: string, end: string) =>
      (await listDays({ authorId, month, before: end })).map((day) => day.date);
    expect(await dates("2025-12", before)).toEqual(["2025-12-31", "2025-12-01"]);
    expect(await dates("2025-12", "2025-12-31")).toEqual(["2025-12-01"]);
    expect(await dates("2026-01", "2026-01-01")).toEqual([]);
  });
});

test("the list starts at the month of a day, or the nearest earlier one, and adds the previous month if it is short", async () => {
  const november = Array.from({ length: 7 }, (_, n) => `2026-11-0${n + 1}`);
  const authorId = await writerOf("2025-03-01", "2026-08-15", ...november);
  const begin = async (at: string) =>
    (await findPast({ authorId, before, at }))!.first.map(({ month, days }) => [month, days.length]);
  expect(await begin("2026-11-05")).toEqual([["2026-11", 7]]);
  expect(await begin("2026-12-01")).toEqual([["2026-11", 7]]);
  const august = [
    ["2026-08", 1],
    ["2025-03", 1],
  ];
  expect(await begin("2026-08")).toEqual(august);
  expect(await begin("2026-10-09")).toEqual(august);
  expect(await begin("2025-03-31")).toEqual([["2025-03", 1]]);
  expect(await begin("1999-01")).toEqual([["2026-11", 7]]);
  expect(await findPast({ authorId: await newMember(), before, at: before })).toBeNull();
});

test("the neighbours of any day are the author's nearest days with a page", async () => {
  const authorId = await writerOf("2024-02-29", "2026-11-01", "2026-11-20");
  await writerOf("2026-11-02");
  expect(await findNeighbours({ authorId, date: "2026-11-01" })).toEqual({
    before: "2024-02-29",
    after: "2026-11-20",
  });
  expect(await findNeighbours({ authorId, date: "2026-11-10" })).toEqual({
    before: "2026-11-01",
    after: "2026-11-20",
  });
  expect(await findNeighbours({ authorId: await newMember(), date })).toEqual({ before: null, after: null });
});

describe("past days", () => {
  test("show the beginning of the page on one line and which tones answered", async () => {
    const authorId = await newMember();
    await savedEntry({ authorId, date, body: ` 첫 줄\n둘째 줄 ${"가".repeat(200)}` });
    const { id: entryId } = await prisma.entry.findFirstOrThrow({ where: { authorId } });
    for (const tone of ["F", "F", "T"] as const) {
      await prisma.reply.create({ data: { entryId, authorId, tone, status: "FAILED" } });
    }
    const days = await listDays({ authorId, month: "2026-11", before });
    expect(days).toEqual([
      { date, excerpt: `첫 줄 둘째 줄 ${"가".repeat(71)}…`, tones: ["F", "T"], isSealed: false },
    ]);
  });

  test("are shown although one is damaged; that one is shown as sealed and logged", async () => {
    const { records } = captureLog();
    const authorId = await newMember();
    const dates = ["2026-10-01", "2026-10-02", "2026-10-03"];
    for (const day of dates) await savedEntry({ authorId, date: day, body: `page of ${day}` });
    const { id: entryId, body } = await prisma.entry.findFirstOrThrow({
      where: { authorId, date: new Date("2026-10-02") },
    });
    body[body.length - 1]! ^= 1;
    await prisma.entry.update({ where: { id: entryId }, data: { body } });
    const countDamaged = async () => (await instruments.damagedTexts.get()).values[0]?.value ?? 0;
    const damaged = await countDamaged();

    const days = await listDays({ authorId, month: "2026-10", before });
    expect(days.map(({ excerpt, isSealed }) => [excerpt, isSealed])).toEqual([
      ["page of 2026-10-03", false],
      ["", true],
      ["page of 2026-10-01", false],
    ]);
    expect((await findEntry({ authorId, date: "2026-10-02" }))?.entry).toMatchObject({ isSealed: true });
    expect(records).toMatchObject([
      { level: "error", event: "sealed text does not open", entryId },
      { entryId },
    ]);
    expect((await countDamaged()) - damaged).toBe(2);
  });
});
