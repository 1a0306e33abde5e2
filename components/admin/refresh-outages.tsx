"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

const whileShownMs = 15_000;
/** A layout is not rendered again on navigation, so a navigation refreshes it when it is older than this. */
const staleMs = 60_000;

/** Keeps the banner current: polls while it is shown, and refreshes a stale layout on navigation. */
export function RefreshOutages({ isShown }: { isShown: boolean }) {
  const router = useRouter();
  const pathname = usePathname();
  const last = useRef({ pathname, refreshedAt: 0 });

  useEffect(() => {
    last.current.refreshedAt = Date.now();
  }, []);

  useEffect(() => {
    if (pathname === last.current.pathname) return;
    last.current.pathname = pathname;
    if (Date.now() - last.current.refreshedAt < staleMs) return;
    last.current.refreshedAt = Date.now();
    router.refresh();
  }, [pathname, router]);

  useEffect(() => {
    if (!isShown) return;
    const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), whileShownMs);
    return () => clearInterval(timer);
  }, [isShown, router]);
  return null;
}
