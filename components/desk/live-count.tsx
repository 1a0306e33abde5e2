"use client";

import { useFormatter } from "next-intl";
import { type QueueState, peopleReasons } from "@/lib/review/desk/queue-query";
import { useDesk } from "./desk-context";

/** How many wait, as it is told; the page's own number until then. */
export function LiveCount({ state, count }: { state: Exclude<QueueState, "decided">; count: number }) {
  const format = useFormatter();
  const { counts } = useDesk();
  const told =
    counts &&
    (state === "open"
      ? peopleReasons.reduce((sum, reason) => sum + (counts[reason]?.count ?? 0), 0)
      : counts[state]?.count);
  return <span className="text-ink-faint tabular-nums">{format.number(told ?? count)}</span>;
}
