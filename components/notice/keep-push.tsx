"use client";

import { useEffect } from "react";
import { forgetDevices } from "./push-memory";

/** Keeps the pushes of who is signed in coming (renew-push.ts). Its script is loaded only where pushes are allowed. */
export function KeepPush({ memberId, publicKey }: { memberId: string | null; publicKey: string | null }) {
  useEffect(() => {
    if (!memberId) return forgetDevices();
    if (!publicKey || !("Notification" in window) || Notification.permission !== "granted") return;
    void import("./renew-push")
      .then(({ renewPush }) => renewPush(memberId, publicKey))
      // Offline, or the push service is away: the next visit tries again.
      .catch(() => undefined);
  }, [memberId, publicKey]);
  return null;
}
