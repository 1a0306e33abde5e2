"use client";

import { useEffect } from "react";
import { forgetDevices } from "./push-memory";

/** Renews the member's push subscription (renew-push.ts). Loads that script only where pushes are allowed. */
export function KeepPush({ memberId, publicKey }: { memberId: string | null; publicKey: string | null }) {
  useEffect(() => {
    if (!memberId) return forgetDevices();
    if (!publicKey || !("Notification" in window) || Notification.permission !== "granted") return;
    void import("./renew-push")
      .then(({ renewPush }) => renewPush(memberId, publicKey))
      // Offline, or the push service is unavailable: the next visit retries.
      .catch(() => undefined);
  }, [memberId, publicKey]);
  return null;
}
