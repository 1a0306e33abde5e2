"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

const whileShownMs = 15_000;
/** A layout is not rendered anew from page to page: so old it may be when somebody goes to another one. */
const staleMs = 60_000;

/** Takes the banner away when the model works again, and brings it while somebody works here. */
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
