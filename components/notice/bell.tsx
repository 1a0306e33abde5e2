"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { useLiveNotices } from "./live-notices";

/** Several notices within this time are announced once. */
const gatherMs = 1_000;

export function Bell() {
  const t = useTranslations("bell");
  const pathname = usePathname();
  const { unread } = useLiveNotices();
  const shown = unread > 99 ? t("many") : String(unread);

  return (
    <>
      <Link
        href="/notices"
        prefetch={false}
        aria-label={unread > 0 ? t("unread", { count: shown }) : t("label")}
        aria-current={pathname === "/notices" ? "page" : undefined}
        className="relative grid size-11 place-items-center rounded-control text-ink-soft transition-colors hover:bg-sunk hover:text-ink aria-[current]:text-ink"
      >
        <Icon name="bell" />
        {unread > 0 && (
          <span
            aria-hidden
            className="absolute top-1 left-1/2 ml-0.5 min-w-4.5 rounded-full bg-tone-f forced-colors:border px-1 text-center text-[0.6875rem] leading-4.5 font-bold text-paper tabular-nums"
          >
            {shown}
          </span>
        )}
      </Link>
      <span role="status" className="sr-only">
        {useArrival(unread) && t("arrived")}
      </span>
    </>
  );
}

/** True when notices have arrived since the page was loaded, false when they are read. */
function useArrival(unread: number): boolean {
  const before = useRef(unread);
  const [hasArrived, setHasArrived] = useState(false);

  useEffect(() => {
    const isMore = unread > before.current;
    before.current = unread;
    // Emptied first, so that screen readers read the same words again.
    const emptied = setTimeout(() => setHasArrived(false), 0);
    const arrived = isMore ? setTimeout(() => setHasArrived(true), gatherMs) : undefined;
    return () => {
      clearTimeout(emptied);
      clearTimeout(arrived);
    };
  }, [unread]);

  return hasArrived;
}
