"use client";

import { useTimeZone, useTranslations } from "next-intl";
import Link from "next/link";
import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { NoticeBox } from "@/components/ui/notice-box";
import { tryStorage } from "@/lib/browser-storage";

const key = "sora.zone-accepted";

const browserZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Zones have many names; what counts is whether the clocks agree. */
function clocksAgree(zone: string, other: string): boolean {
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format();
  return clock(zone) === clock(other);
}

function wasAccepted(zone: string): boolean {
  return tryStorage((storage) => storage.getItem(key)) === zone;
}

/** A traveller's diary still turns its page at home: said once for each place. */
export function OtherZone() {
  const t = useTranslations("diary.zone");
  const zone = useTimeZone() ?? "UTC";
  const [isClosed, setIsClosed] = useState(false);
  const other = useSyncExternalStore(
    () => () => undefined,
    () => (clocksAgree(zone, browserZone()) || wasAccepted(browserZone()) ? "" : browserZone()),
    () => "",
  );
  if (!other || isClosed) return null;

  function close() {
    setIsClosed(true);
    // Where nothing is kept it is said again next time.
    tryStorage((storage) => storage.setItem(key, other));
  }
  return (
    <NoticeBox
      action={
        <Button variant="quiet" size="icon" aria-label={t("close")} onClick={close}>
          <Icon name="close" className="size-4.5" />
        </Button>
      }
    >
      {t("text", { zone: zone.replaceAll("_", " "), other: other.replaceAll("_", " ") })}{" "}
      <Link
        href="/settings"
        className="inline-flex min-h-6 items-center font-semibold text-ink underline underline-offset-4"
      >
        {t("settings")}
      </Link>
    </NoticeBox>
  );
}
