"use client";

import { useFormatter } from "next-intl";
import { useDesk, useDeskState } from "./desk-context";

/** How many items the viewer has taken, live. */
export function TakenCount({ count }: { count: number }) {
  const format = useFormatter();
  const { viewerId } = useDesk();
  const { counts, lookers } = useDeskState();
  const isMine = ({ moderatorId, hasTaken }: (typeof lookers)[number]) =>
    hasTaken && moderatorId === viewerId;
  const now = counts === null ? count : lookers.filter(isMine).length;
  return <span className="text-ink-faint tabular-nums">{format.number(now)}</span>;
}
