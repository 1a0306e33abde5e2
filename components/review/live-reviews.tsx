"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useOnNotice } from "@/components/notice/live-notices";

/** Brings the page up to date when a verdict comes; and where word of it may have been missed, on coming back. */
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
