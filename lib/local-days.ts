import { localDate, startOfLocalDay } from "./local-date.ts";

/** The calendar day so many days after `date` (`2026-11-21`), or before it. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first moment of a calendar day in `timeZone`. */
export function startOfDay(date: string, timeZone: string): Date {
  // It is that day in every zone at one of these moments: zones lie between UTC-12 and UTC+14.
  const moments = ["12:00:00Z", "00:00:00Z", "23:59:59Z"].map((time) => new Date(`${date}T${time}`));
  const within = moments.find((moment) => localDate(timeZone, moment) === date);
  // No such moment: a day that the zone left out when it changed sides of the date line.
  return startOfLocalDay(timeZone, within ?? moments[0]);
}

/** The Monday of the week that `date` lies in. */
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}
