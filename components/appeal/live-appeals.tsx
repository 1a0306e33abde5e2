"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { DeskStream } from "@/components/desk/desk-stream";

export function LiveAppeals({ revisionIds, hasList = false }: { revisionIds: string[]; hasList?: boolean }) {
  const router = useRouter();
  const [stream] = useState(() => new DeskStream(() => router.refresh()));
  useEffect(() => stream.run(), [stream]);

  const changedAt = useSyncExternalStore(
    stream.subscribe,
    () =>
      stream.state.changes.findLast(
        ({ revisionId, reason }) => revisionIds.includes(revisionId) || (hasList && reason === "APPEALED"),
      )?.at,
    () => undefined,
  );
  const refresh = useEffectEvent(() => router.refresh());
  useEffect(() => {
    if (changedAt !== undefined) refresh();
  }, [changedAt]);
  return null;
}
