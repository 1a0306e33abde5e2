"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  use,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { type DeskState, DeskStream, nothingTold } from "./desk-stream";
import { usePresence } from "./use-presence";

type Desk = {
  viewerId: string;
  /** When the page that is shown was made. */
  asOf: number;
  stream: DeskStream;
  /** Decided by this moderator a moment ago, while the server is still at it. */
  leaving: string | null;
  setLeaving: (revisionId: string | null) => void;
  selected: ReadonlySet<string>;
  select: (revisionIds: string[], isSelected: boolean) => void;
};

const DeskContext = createContext<Desk | null>(null);

/** What the parts of the queue's page have in common: what is told live, what is selected, the keys. */
export function Desk({
  viewerId,
  asOf,
  openId,
  children,
}: {
  viewerId: string;
  asOf: number;
  openId: string | null;
  children: ReactNode;
}) {
  const router = useRouter();
  const [stream] = useState(() => new DeskStream(() => router.refresh()));
  const [leaving, setLeaving] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => stream.run(), [stream]);
  useEffect(() => stream.forgetBefore(asOf), [stream, asOf]);
  usePresence(openId);

  // Somebody else decided what is open here: the page is to say so before anything else is decided.
  const changed = useSyncExternalStore(
    stream.subscribe,
    () => stream.state.changes.find(({ revisionId, at }) => revisionId === openId && at >= asOf)?.at,
    () => undefined,
  );
  const refresh = useEffectEvent(() => {
    if (leaving === null) router.refresh();
  });
  useEffect(() => {
    if (changed !== undefined) refresh();
  }, [changed]);

  const desk = useMemo<Desk>(
    () => ({
      viewerId,
      asOf,
      stream,
      leaving,
      setLeaving,
      selected,
      select: (revisionIds, isSelected) =>
        setSelected((before) => {
          const after = new Set(before);
          for (const id of revisionIds)
            if (isSelected) after.add(id);
            else after.delete(id);
          return after;
        }),
    }),
    [viewerId, asOf, stream, leaving, selected],
  );
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("outside the desk");
  return desk;
}

/** What was told since the page was made. */
export function useDeskState(): DeskState {
  const { stream } = useDesk();
  return useSyncExternalStore(
    stream.subscribe,
    () => stream.state,
    () => nothingTold,
  );
}
