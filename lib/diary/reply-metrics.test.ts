import { expect, test } from "vitest";

import { newMember } from "../../test/new-member.ts";
import { prisma } from "../db.ts";
import type { Span } from "../time/span.ts";
import { toDbDate } from "../time/local-date.ts";
import { countReplies, measureFirstText } from "./reply-metrics.ts";

const day = (date: number) => new Date(Date.UTC(2001, 0, date));
const span: Span = { edges: [day(1), day(2)], until: day(3) };

test("counts replies by tone, with the time to the first word and the feedback", async () => {
  const authorId = await newMember();
  const { id: entryId } = await prisma.entry.create({
    data: { authorId, date: toDbDate("2001-01-01"), body: Buffer.from("sealed") },
  });
  const reply = { entryId, authorId, status: "DONE" } as const;
  await prisma.reply.createMany({
    data: [
      ...[100, 200, 300].map((firstTextMs) => ({
        ...reply,
        tone: "T" as const,
        firstTextMs,
        createdAt: day(1),
      })),
      { ...reply, tone: "T", feedback: "UP", firstTextMs: 900, createdAt: day(2) },
      { ...reply, tone: "F", feedback: "DOWN", status: "STOPPED", firstTextMs: 400, createdAt: day(2) },
      { ...reply, tone: "F", status: "FAILED", createdAt: day(2) },
      { ...reply, tone: "F", createdAt: day(3) },
    ],
  });

  const counts = await countReplies(span);
  expect(counts).toHaveLength(4);
  expect(counts).toEqual(
    expect.arrayContaining([
      { bucket: 0, tone: "T", status: "DONE", count: 3, up: 0, down: 0 },
      { bucket: 1, tone: "T", status: "DONE", count: 1, up: 1, down: 0 },
      { bucket: 1, tone: "F", status: "STOPPED", count: 1, up: 0, down: 1 },
      { bucket: 1, tone: "F", status: "FAILED", count: 1, up: 0, down: 0 },
    ]),
  );
  const begun = await measureFirstText(span);
  expect(begun).toHaveLength(5);
  expect(begun).toEqual(
    expect.arrayContaining([
      { bucket: 0, tone: "T", p50: 200, p95: 290 },
      { bucket: null, tone: "T", p50: 250, p95: expect.closeTo(810) },
      { bucket: null, tone: "F", p50: 400, p95: 400 },
    ]),
  );
});
