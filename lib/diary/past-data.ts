import "server-only";

import type { UserId } from "../auth/user-id.ts";
import { findDataKey } from "../crypto/data-key.ts";
import { pool, prisma } from "../db.ts";
import { fromDbDate, toDbDate } from "../time/local-date.ts";
import { toEntry } from "./entry-data.ts";
import { excerptOf } from "./entry-text.ts";
import type { DaySummary, MonthDays, Neighbours, PastMonth } from "./schema.ts";

export async function listMonths({
  authorId,
  before,
}: {
  authorId: UserId;
  before: string;
}): Promise<PastMonth[]> {
  const { rows } = await pool.query<PastMonth>(
    `SELECT to_char(date, 'YYYY-MM') AS month, count(*)::int AS count
       FROM entry WHERE author_id = $1 AND date < $2::date GROUP BY 1 ORDER BY 1 DESC`,
    [authorId, before],
  );
  return rows;
}

export async function listDays(input: {
  authorId: UserId;
  month: string;
  before: string;
}): Promise<DaySummary[]> {
  const { authorId, month, before } = input;
  const [year, number] = month.split("-").map(Number) as [number, number];
  const nextMonth = new Date(Date.UTC(year, number, 1));
  const end = new Date(Math.min(toDbDate(before).getTime(), nextMonth.getTime()));
  const [rows, key] = await Promise.all([
    prisma.entry.findMany({
      where: { authorId, date: { gte: toDbDate(`${month}-01`), lt: end } },
      orderBy: { date: "desc" },
      include: { replies: { distinct: ["tone"], select: { tone: true } } },
    }),
    findDataKey(authorId),
  ]);
  if (!key) return [];
  return rows.map((row) => {
    const { date, body, isSealed = false } = toEntry(key, row);
    return {
      date,
      excerpt: excerptOf(body),
      tones: row.replies.map(({ tone }) => tone).toSorted(),
      isSealed,
    };
  });
}

const fewDays = 6;

/**
 * The months, and the days of the month of `at` (a day or a month). Without pages in it: the nearest earlier month
 * that has some, else the newest. Null: no past pages.
 */
export async function findPast(input: { authorId: UserId; before: string; at: string }) {
  const { authorId, before, at } = input;
  const months = await listMonths({ authorId, before });
  const wanted = at.slice(0, 7);
  const start = Math.max(
    0,
    months.findIndex(({ month }) => month <= wanted),
  );
  const end = start + ((months[start]?.count ?? 0) < fewDays ? 2 : 1);
  const first: MonthDays[] = await Promise.all(
    months.slice(start, end).map(async ({ month }) => ({
      month,
      days: await listDays({ authorId, month, before }),
    })),
  );
  return first.length > 0 ? { months, first } : null;
}

export async function findNeighbours(day: { authorId: UserId; date: string }): Promise<Neighbours> {
  const { authorId, date } = day;
  const find = (way: "lt" | "gt") =>
    prisma.entry.findFirst({
      where: { authorId, date: { [way]: toDbDate(date) } },
      orderBy: { date: way === "lt" ? "desc" : "asc" },
      select: { date: true },
    });
  const [before, after] = await Promise.all([find("lt"), find("gt")]);
  return { before: before && fromDbDate(before.date), after: after && fromDbDate(after.date) };
}
