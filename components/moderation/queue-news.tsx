"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { QueueState } from "@/lib/review/desk/queue-query";
import { useDesk, useDeskState } from "./desk";

/** What came and went since the list was made: said in a line, so that nothing moves under a hand. */
export function QueueNews({ rowIds, state }: { rowIds: string[]; state: QueueState }) {
  const t = useTranslations("moderation.live");
  const router = useRouter();
  const [isPending, startRefreshing] = useTransition();
  const { asOf } = useDesk();
  const told = useDeskState().changes.filter(({ at }) => at >= asOf);
  const shown = new Set(rowIds);
  const fresh =
    state === "decided"
      ? []
      : told.filter(
          ({ revisionId, reason, openedAt }) =>
            reason &&
            openedAt &&
            openedAt >= asOf &&
            !shown.has(revisionId) &&
            (state === "open" || reason === state),
        );
  const handled = told.filter(
    ({ revisionId, reason, last }) => shown.has(revisionId) && (state === "decided" ? last : reason === null),
  );
  const words = [t("fresh", { count: fresh.length }), t("handled", { count: handled.length })].filter(
    Boolean,
  );

  return (
    <div role="status" className="empty:hidden">
      {words.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-2 rounded-control bg-sunk py-1 pr-1 pl-4 text-sm">
          <span>{words.join(" · ")}</span>
          <Button variant="quiet" pending={isPending} onClick={() => startRefreshing(() => router.refresh())}>
            {t("refresh")}
          </Button>
        </div>
      )}
    </div>
  );
}
