import { useEffect, useEffectEvent, useSyncExternalStore, type ReactNode } from "react";
import type { DeskFlow } from "./desk-flow";
import type { DeskStream } from "./desk-stream";
import type { PageRequests } from "./use-page-requests";

/** With fewer items ahead, the next page is requested at once; otherwise when the moderator pauses. */
const fewAhead = 10;
const pauseMs = 1_500;
/** When no item is left to show, a page is requested again after this long. */
const patienceMs = 2_000;

/** On a narrow screen only the list is visible until an item is chosen. */
const isItemSeen = () => document.getElementById("item")?.checkVisibility() === true;

type Shown = {
  shownId: string | null;
  isWaiting: boolean;
  openId: string | null;
  asOf: number;
  here: string;
  nodes: ReadonlyMap<string, ReactNode>;
  /** Number of decisions without an answer. */
  unanswered: number;
  /** Revisions decided here that the page does not show as decided. */
  left: ReadonlySet<string>;
  isFree: (revisionId: string) => boolean;
};

/** Requests the page of the shown item, and the next item when none is held. */
export function usePageOfShown(
  flow: DeskFlow,
  stream: DeskStream,
  { goTo, goToItem, ifSignedIn, refresh }: PageRequests,
  { shownId, isWaiting, openId, asOf, here, nodes, unanswered, left, isFree }: Shown,
): void {
  const askForShown = useEffectEvent(() =>
    ifSignedIn(() => {
      const { wanted } = flow;
      if (wanted === null || !isItemSeen()) return;
      flow.askFor(wanted);
      goToItem(wanted);
    }),
  );
  useEffect(() => {
    if (flow.wanted === null) return;
    const isShort = flow.mayHaveMore && flow.ahead < fewAhead;
    if (unanswered > 0 && !isShort) return;
    const timer = setTimeout(() => void askForShown(), isShort ? 0 : pauseMs);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- these change what the flow wants
  }, [flow, shownId, isWaiting, openId, nodes, unanswered]);

  // A page of an earlier request may show a decided item.
  const isOver = shownId !== null && left.has(shownId);
  useEffect(() => {
    if (!isOver || isWaiting || flow.isFollowing) return;
    const next = flow.nextOf(shownId, isFree);
    if (next) flow.show(next);
    else flow.wait();
  }, [flow, isOver, isWaiting, shownId, isFree]);

  // At the end of the held items: the page of the decided item brings the items after it. If it brings none, the server
  // offers an item, after it has received all decisions.
  const hasNothing = isWaiting && unanswered === 0;
  const askForAny = useEffectEvent(async () => {
    if (flow.isFollowing || flow.isAsking) return;
    if (shownId !== null && flow.mayHaveMore && isItemSeen())
      return void ifSignedIn(() => {
        flow.askFor(shownId);
        goToItem(shownId);
      });
    flow.follow(null);
    const isAsked = await ifSignedIn(() => goTo(here));
    if (!isAsked) flow.release();
  });
  useEffect(() => {
    if (!hasNothing) return;
    const first = setTimeout(() => void askForAny());
    const further = setInterval(() => void askForAny(), patienceMs);
    return () => {
      clearTimeout(first);
      clearInterval(further);
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- at once when a page has brought no next item
  }, [hasNothing, nodes]);

  // Another moderator decided the open item: the page must show that before anything else is decided.
  const changed = useSyncExternalStore(
    stream.subscribe,
    () => stream.state.changes.find(({ revisionId, at }) => revisionId === shownId && at >= asOf)?.at,
    () => undefined,
  );
  const refreshChanged = useEffectEvent(() => {
    if (shownId === null || left.has(shownId)) return;
    void ifSignedIn(() => {
      if (shownId === openId) return refresh();
      flow.askFor(shownId);
      goToItem(shownId);
    });
  });
  useEffect(() => {
    if (changed !== undefined) refreshChanged();
  }, [changed]);
}
