/** Calendar days as people live them: `2026-11-21`, without a time or a zone. */

/** Whether the text is a day that exists, from year 1000 on. */
export function isCalendarDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day it is for someone in `timeZone` (an IANA name). */
export function localDate(timeZone: string, now: Date = new Date()): string {
  let format = formats.get(timeZone);
  if (!format) {
    // The Swedish locale writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
    formats.set(timeZone, format);
  }
  return format.format(now);
}

// Making one takes forty times as long as using it; there are some 600 zones.
const formats = new Map<string, Intl.DateTimeFormat>();

/** The latest day it is anywhere on Earth (UTC+14): nobody can have lived a later one. */
export function latestDate(now: Date = new Date()): string {
  return localDate("Pacific/Kiritimati", now);
}

/** The same day as the database keeps it: midnight UTC. */
export const toDbDate = (date: string) => new Date(`${date}T00:00:00Z`);
export const fromDbDate = (date: Date) => date.toISOString().slice(0, 10);

/** When the local day of `now` began in `timeZone`. */
export function startOfLocalDay(timeZone: string, now: Date = new Date()): Date {
  const today = localDate(timeZone, now);
  const last = starts.get(timeZone);
  if (last?.date === today) return new Date(last.start);
  // Walk back to the last moment that was still yesterday: right also on days of 23 or 25 hours.
  let low = now.getTime() - 26 * 3600_000;
  let high = now.getTime();
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (localDate(timeZone, new Date(middle)) === today) high = middle;
    else low = middle;
  }
  starts.set(timeZone, { date: today, start: high });
  return new Date(high);
}

// The last day that was asked for, by zone: every reply asks when today began, and the walk formats some thirty moments.
const starts = new Map<string, { date: string; start: number }>();
