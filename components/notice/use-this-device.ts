"use client";

import { useCallback, useEffect, useState } from "react";
import { canPush, findSubscription, fingerprintOf } from "./push-device";

type ThisDevice = {
  /** "unknown" on the server and until the browser has answered. */
  state: "unknown" | "unsupported" | "denied" | "ready";
  fingerprint: string | null;
};

export function useThisDevice() {
  const [device, setDevice] = useState<ThisDevice>({ state: "unknown", fingerprint: null });

  const look = useCallback(async () => setDevice(await lookAtBrowser()), []);
  useEffect(() => {
    void lookAtBrowser().then(setDevice);
  }, []);
  return { ...device, look };
}

async function lookAtBrowser(): Promise<ThisDevice> {
  if (!canPush()) return { state: "unsupported", fingerprint: null };
  const subscription = await findSubscription();
  return {
    state: Notification.permission === "denied" ? "denied" : "ready",
    fingerprint: subscription && (await fingerprintOf(subscription)),
  };
}
