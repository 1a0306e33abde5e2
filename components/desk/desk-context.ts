import { createContext, use, useSyncExternalStore, type ReactNode } from "react";
import type { Moderator } from "@/lib/review/desk/assignment/list-moderators";
import type { CannedNote } from "@/lib/review/desk/canned-notes";
import type { DecideState } from "@/lib/review/decision/schema";
import { type DecisionQueue, type TakenDecision, nothingTaken } from "./decision-queue";
import { type Counts, type DeskState, type DeskStream, nothingTold } from "./desk-stream";
import type { SelectedItem } from "./use-selection";

export type HeldItem = { revisionId: string; node: ReactNode };

/** What the parts of the queue's page share. */
export type Desk = {
  viewerId: string;
  /** When the shown page was made; milliseconds of the epoch. */
  asOf: number;
  cannedNotes: CannedNote[];
  moderators: Moderator[];
  /** The address of this part of the queue, without an item. */
  here: string;
  stream: DeskStream;
  /** Null until something has changed since the page was made. */
  counts: Counts | null;
  decisions: DecisionQueue;
  shownId: string | null;
  /** The drawn item. While `isHere` is false it is not the shown one. */
  shownNode: ReactNode;
  isHere: boolean;
  /** The shown item is decided, and the next one has not arrived. */
  isWaiting: boolean;
  /** Whether the drawn item is the shown one and can be decided. Keys wait until it is. */
  isReady: () => boolean;
  /** A refused item has just come back. */
  isGuarded: () => boolean;
  /** Decided here, and not shown as decided by the page yet. */
  isLeft: (revisionId: string) => boolean;
  /** Shows the next item at once. Does nothing while the moderator is signed out. */
  decide: (decision: Omit<TakenDecision, "actId" | "shows">) => void;
  /** Sends unsent decisions again. */
  resume: () => void;
  refusals: ReadonlyMap<string, DecideState>;
  nextOf: (revisionId: string) => string | null;
  /** Shows a held item at once. @returns false when the server must be asked for it */
  open: (revisionId: string) => boolean;
  /** The next page with this item is shown when it arrives. */
  follow: (revisionId: string | null) => void;
  release: () => void;
  hold: (items: HeldItem[]) => void;
  /** By revision, each with the state that was seen (`stateToken`). */
  selected: ReadonlyMap<string, string>;
  select: (items: SelectedItem[]) => void;
  deselect: (revisionIds: Iterable<string>) => void;
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("outside the desk");
  return desk;
}

/** Changes since the page was made. */
export function useDeskState(): DeskState {
  const { stream } = useDesk();
  return useSyncExternalStore(
    stream.subscribe,
    () => stream.state,
    () => nothingTold,
  );
}

/** Decisions without an answer, and those that the page does not show yet. */
export function useDecisions() {
  const { decisions } = useDesk();
  return useSyncExternalStore(
    decisions.subscribe,
    () => decisions.state,
    () => nothingTaken,
  );
}
