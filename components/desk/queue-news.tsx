"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { type QueueQuery, queueHref } from "@/lib/review/desk/queue-query";
import { useDesk, useDeskState } from "./desk-context";
import { isFresh } from "./queue-news-of";

/** What came and went since the list was made: said in a line, so that nothing moves under a hand. */
export function QueueNews({ rowIds, query }: { rowIds: string[]; query: QueueQuery }) {
  const t = useTranslations("moderation.live");
  const router = useRouter();
  const [isPending, startRefreshing] = useTransition();
  const { asOf, isLeft } = useDesk();
  // Without what this moderator has decided: the list has let go of it.
  const told = useDeskState().changes.filter(({ at, revisionId }) => at >= asOf && !isLeft(revisionId));
  const shown = new Set(rowIds);
  const isDecided = query.state === "decided";
  const fresh = told.filter((change) => !shown.has(change.revisionId) && isFresh(change, query, asOf));
  const handled = told.filter(
    ({ revisionId, reason, last }) => shown.has(revisionId) && (isDecided ? last : reason === null),
  );
  // A compiled text that comes to nothing is drawn as its key.
  const words = [
    ...(fresh.length > 0 ? [t("fresh", { count: fresh.length })] : []),
    ...(handled.length > 0 ? [t("handled", { count: handled.length })] : []),
  ];

  function refresh() {
    startRefreshing(() => {
      // The newest decisions are on the first page; what begins to wait is on the last.
      if (isDecided && fresh.length > 0 && (query.after || query.before))
        router.push(queueHref({ ...query, after: undefined, before: undefined }));
      else router.refresh();
    });
  }

  return (
    <div role="status" className="empty:hidden">
      {words.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-2 rounded-control bg-sunk py-1 pr-1 pl-4 text-sm">
          <span>{words.join(" · ")}</span>
          <Button variant="quiet" pending={isPending} onClick={refresh}>
            {t("refresh")}
          </Button>
        </div>
      )}
    </div>
  );
}
