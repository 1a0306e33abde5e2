/** A calendar day `2026-11-21` that exists, from year 1000 on. */
export function isCalendarDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function localDate(timeZone: string, now: Date = new Date()): string {
  let format = formats.get(timeZone);
  if (!format) {
    // The Swedish locale writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
    formats.set(timeZone, format);
  }
  return format.format(now);
}

// Creating a format takes forty times as long as using it. There are about 600 zones.
const formats = new Map<string, Intl.DateTimeFormat>();

/** The current day in UTC+14, the latest anywhere on Earth. */
export function latestDate(now: Date = new Date()): string {
  return localDate("Pacific/Kiritimati", now);
}

export const toDbDate = (date: string) => new Date(`${date}T00:00:00Z`);
export const fromDbDate = (date: Date) => date.toISOString().slice(0, 10);

export function startOfLocalDay(timeZone: string, now: Date = new Date()): Date {
  const today = localDate(timeZone, now);
  const last = starts.get(timeZone);
  if (last?.date === today) return new Date(last.start);
  // Binary search for the first moment of today: also right on days of 23 or 25 hours.
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

// One result per zone: every reply needs the start of today, and the search formats about thirty moments.
const starts = new Map<string, { date: string; start: number }>();
