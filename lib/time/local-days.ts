import { localDate, startOfLocalDay } from "./local-date.ts";

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function startOfDay(date: string, timeZone: string): Date {
  // Zones are between UTC-12 and UTC+14, so one of these moments is in that day in every zone.
  const moments = ["12:00:00Z", "00:00:00Z", "23:59:59Z"].map((time) => new Date(`${date}T${time}`));
  const within = moments.find((moment) => localDate(timeZone, moment) === date);
  // No match: the zone skipped this day when it changed sides of the date line.
  return startOfLocalDay(timeZone, within ?? moments[0]);
}

export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}
