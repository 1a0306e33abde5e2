import "server-only";

import { cookies } from "next/headers";
import { defaultTimeZone, isTimeZone } from "../time/time-zone.ts";

const name = "time-zone";

/** Keeps the browser's time zone while the person is on a provider's page: only our own page can read it. */
export async function carryTimeZone(timeZone: unknown) {
  if (!isTimeZone(timeZone)) return;
  (await cookies()).set(name, timeZone, {
    path: "/api/auth",
    maxAge: 15 * 60,
    sameSite: "lax",
    httpOnly: true,
  });
}

export async function takeTimeZone(): Promise<string> {
  const timeZone = (await cookies()).get(name)?.value;
  return isTimeZone(timeZone) ? timeZone : defaultTimeZone;
}
