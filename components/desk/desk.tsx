"use client";

import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { isPassedOver } from "@/lib/review/desk/assignment/is-passed-over";
import type { Moderator } from "@/lib/review/desk/assignment/list-moderators";
import type { CannedNote } from "@/lib/review/desk/canned-notes";
import { filterSearch, parseQueueHref } from "@/lib/review/desk/queue-query";
import { type Desk as DeskParts, DeskContext } from "./desk-context";
import { DeskFlow } from "./desk-flow";
import { DeskStream } from "./desk-stream";
import { useDeskDecisions } from "./use-desk-decisions";
import { useFilteredCounts } from "./use-filtered-counts";
import { useFollowSearch } from "./use-follow-search";
import { usePageOfShown } from "./use-page-of-shown";
import { usePageRequests } from "./use-page-requests";
import { usePresence } from "./use-presence";
import { useRefusals } from "./use-refusals";
import { useSelection } from "./use-selection";
import { useShownNode } from "./use-shown-node";

type Props = {
  viewerId: string;
  asOf: number;
  openId: string | null;
  /** The drawn item `openId`, or what is there instead. */
  item: ReactNode;
  isChosen: boolean;
  here: string;
  cannedNotes: CannedNote[];
  moderators: Moderator[];
  children: ReactNode;
};

/** Provides what the parts of the queue's page share (`DeskContext`). */
export function Desk({
  viewerId,
  asOf,
  openId,
  isChosen,
  here,
  cannedNotes,
  moderators,
  item,
  children,
}: Props) {
  const [flow] = useState(() => new DeskFlow({ asOf, openId, isChosen, here }));
  const { shownId, isWaiting } = useSyncExternalStore(
    flow.subscribe,
    () => flow.state,
    () => flow.state,
  );
  const [nodes, setNodes] = useState<ReadonlyMap<string, ReactNode>>(new Map());
  const { decisions, unanswered, left, isLeftNow } = useDeskDecisions(viewerId);
  const requests = usePageRequests(decisions, { viewerId, here });
  const { goToItem, refresh, askAgain } = requests;
  const [stream] = useState(() => new DeskStream(() => void askAgain()));

  // Before paint: the page of an item that was opened must not show the previous item for a moment.
  useLayoutEffect(() => {
    decisions.forgetBefore(asOf);
    flow.arrive({ asOf, openId, isChosen, here }, isLeftNow);
  }, [flow, decisions, isLeftNow, asOf, openId, isChosen, here]);
  useEffect(() => stream.run(), [stream]);
  useEffect(() => stream.forgetBefore(asOf), [stream, asOf]);
  usePresence(shownId);
  useFollowSearch(flow);
  const counts = useCounts(stream, here, asOf);

  const { taken } = parseQueueHref(here);
  const isFree = useCallback(
    (revisionId: string) => {
      const { lookers, changes } = stream.state;
      const isTaken = lookers.some(
        (one) => one.revisionId === revisionId && isPassedOver(one, { viewerId, taken }),
      );
      const isHandled = changes.some((one) => one.revisionId === revisionId && one.at >= asOf);
      return !isTaken && !isHandled && !isLeftNow(revisionId);
    },
    [stream, viewerId, asOf, isLeftNow, taken],
  );

  const { refusals, forgetRefusal, bringBack } = useRefusals(decisions, flow, { shownId, goToItem, refresh });
  const shown = { shownId, isWaiting, openId, asOf, here, nodes, unanswered, left, isFree };
  usePageOfShown(flow, stream, requests, shown);

  const { selected, select, deselect } = useSelection();
  const { shownNode, isHere } = useShownNode({ shownId, openId, item, nodes });
  const decide = useCallback<DeskParts["decide"]>(
    (decision) => {
      // The key was pressed twice before the next item was drawn.
      if (decisions.state.problem === "SIGNED_OUT" || isLeftNow(decision.revisionId)) return;
      forgetRefusal(decision.revisionId);
      const isShown = flow.state.shownId === decision.revisionId;
      const next = flow.nextOf(decision.revisionId, isFree);
      const actId = crypto.randomUUID();
      const fields = { ...decision.fields, actId };
      decisions.take({ ...decision, actId, fields, ...(isShown && next && { shows: next }) });
      if (!isShown) return;
      const postponed = flow.takePostponed();
      if (postponed) bringBack(postponed);
      else if (next) flow.show(next);
      else flow.wait();
    },
    [decisions, flow, isLeftNow, isFree, forgetRefusal, bringBack],
  );
  const desk = useMemo<DeskParts>(
    () => ({
      viewerId,
      asOf,
      cannedNotes,
      moderators,
      here,
      stream,
      counts,
      decisions,
      shownId,
      shownNode,
      isHere,
      isWaiting,
      isReady: () => isHere && flow.state.shownId === shownId && !flow.state.isWaiting && !flow.isFollowing,
      isGuarded: () => flow.isGuarded,
      isLeft: (revisionId) => left.has(revisionId),
      decide,
      resume: () => {
        decisions.resume();
        if (decisions.isIdle) void askAgain();
      },
      refusals,
      nextOf: (revisionId) => flow.nextOf(revisionId, isFree),
      open: (revisionId) => {
        const isHeld = revisionId === openId || nodes.has(revisionId);
        if (!isHeld || isLeftNow(revisionId)) return false;
        flow.show(revisionId);
        return true;
      },
      follow: (revisionId) => flow.follow(revisionId),
      release: () => flow.release(),
      hold: (items) => {
        setNodes(new Map(items.map(({ revisionId, node }) => [revisionId, node])));
        flow.hold(
          items.map(({ revisionId }) => revisionId),
          isFree,
        );
      },
      selected,
      select,
      deselect,
    }),
    [
      viewerId,
      asOf,
      cannedNotes,
      moderators,
      here,
      stream,
      counts,
      decisions,
      shownId,
      shownNode,
      isHere,
      isWaiting,
      flow,
      left,
      decide,
      askAgain,
      refusals,
      isFree,
      openId,
      nodes,
      isLeftNow,
      selected,
      select,
      deselect,
    ],
  );
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** Live counts; of a filtered queue they are counted on the server. */
function useCounts(stream: DeskStream, here: string, asOf: number) {
  const search = filterSearch(here);
  const filtered = useFilteredCounts(stream, search, asOf);
  const live = useSyncExternalStore(
    stream.subscribe,
    () => stream.state.counts,
    () => null,
  );
  return search === "" ? live : filtered;
}
