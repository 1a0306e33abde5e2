import { fromDbDate, toDbDate } from "@/lib/time/local-date";

const dayMs = 86_400_000;

/** The day so many days later (or earlier). */
export const dayAfter = (date: string, days = 1) =>
  fromDbDate(new Date(toDbDate(date).getTime() + days * dayMs));

/** How a calendar day is handed to Intl: as midnight UTC, to be formatted in UTC. */
export const calendarDay = (date: string) => [toDbDate(date), { timeZone: "UTC" }] as const;

const newMoon = Date.UTC(2000, 0, 6, 18, 14);
const lunation = 29.530588853 * dayMs;

/** The moon over a day's evening: 0 new, 0.25 half and growing, 0.5 full, 0.75 half and waning. */
export function moonPhase(date: string): number {
  const evening = toDbDate(date).getTime() + dayMs / 2;
  const phase = ((evening - newMoon) / lunation) % 1;
  return phase < 0 ? phase + 1 : phase;
}
