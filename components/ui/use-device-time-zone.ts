"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Null on the server and until the page is live, so that both write the same page. */
export function useDeviceTimeZone(): string | null {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
}
