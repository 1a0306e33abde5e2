"use client";

import { useSyncExternalStore } from "react";

/** False on the server and until React has taken over in the browser. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
