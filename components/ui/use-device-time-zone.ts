"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Null on the server and during hydration, so that both render the same page. */
export function useDeviceTimeZone(): string | null {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
}
