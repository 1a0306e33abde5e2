"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useOnNotice } from "@/components/notice/live-notices";

/** Refreshes on a notice, and when a hidden page, which may have missed one, becomes visible. */
export function LiveReviews() {
  const router = useRouter();
  useOnNotice(() => router.refresh());

  const refresh = useEffectEvent(() => router.refresh());
  useEffect(() => {
    const listening = new AbortController();
    const on = { signal: listening.signal };
    const handleVisibility = () => document.visibilityState === "visible" && refresh();
    document.addEventListener("visibilitychange", handleVisibility, on);
    window.addEventListener("online", () => refresh(), on);
    window.addEventListener("pageshow", ({ persisted }) => persisted && refresh(), on);
    return () => listening.abort();
  }, []);

  return null;
}
