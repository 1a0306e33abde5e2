import { isCalendarDate, latestDate } from "../time/local-date.ts";

const reserved = ["past"];

/** True for a segment that is no date, or a date that has not begun in any time zone. */
export function isMissingDay(path: string): boolean {
  const date = /^\/diary\/([^/]+)$/.exec(path)?.[1];
  if (date === undefined || reserved.includes(date)) return false;
  return !isCalendarDate(date) || date > latestDate();
}
