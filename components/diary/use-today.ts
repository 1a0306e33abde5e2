"use client";

import { useTimeZone } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { heldInPress } from "@/components/ui/press";
import { localDate } from "@/lib/time/local-date";

const lookMs = 15_000;

function subscribeToTime(listener: () => void) {
  const timer = setInterval(listener, lookMs);
  document.addEventListener("visibilitychange", listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", listener);
  };
}

/** The day it is for the member, also when midnight passes while the page is open. `today` is the server's. */
export function useToday(today: string): string {
  const timeZone = useTimeZone() ?? "UTC";
  const [clock] = useState(() =>
    heldInPress({ subscribe: subscribeToTime, getSnapshot: () => localDate(timeZone) }),
  );
  return useSyncExternalStore(clock.subscribe, clock.getSnapshot, () => today);
}
