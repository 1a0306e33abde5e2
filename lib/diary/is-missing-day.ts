import { isCalendarDate, latestDate } from "../local-date.ts";

/** Pages of ours that stand where a day would. */
const reserved = ["past"];

/** Whether a path is that of a day which is no date, or has begun nowhere yet. */
export function isMissingDay(path: string): boolean {
  const date = /^\/diary\/([^/]+)$/.exec(path)?.[1];
  if (date === undefined || reserved.includes(date)) return false;
  return !isCalendarDate(date) || date > latestDate();
}
