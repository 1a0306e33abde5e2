"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import {
  createContext,
  startTransition,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { isSignedIn } from "@/components/session/browser-session";
import { useToast } from "@/components/ui/toast";
import { isPassedOver } from "@/lib/review/desk/assignment/is-passed-over";
import type { Moderator } from "@/lib/review/desk/assignment/list-moderators";
import type { CannedNote } from "@/lib/review/desk/canned-notes";
import { filterSearch, parseQueueHref, queueHref } from "@/lib/review/desk/queue-query";
import type { DecideState } from "@/lib/review/decision/schema";
import { sendDecision } from "./decision-api";
import { DecisionQueue, type TakenDecision, nothingTaken } from "./decision-queue";
import { DeskFlow } from "./desk-flow";
import { type Counts, type DeskState, DeskStream, nothingTold } from "./desk-stream";
import { refusalWords } from "./refusal-words";
import { useFilteredCounts } from "./use-filtered-counts";
import { useKeptDecisions } from "./use-kept-decisions";
import { useLeaveGuard } from "./use-leave-guard";
import { usePresence } from "./use-presence";
import { type SelectedItem, useSelection } from "./use-selection";

/** With fewer items than this ahead, more are asked for at once; with more, when the moderator pauses. */
const fewAhead = 10;
const pauseMs = 1_500;
/** Where nothing is left to show, a page is asked for again after this long. */
const patienceMs = 2_000;

/** Whether words would be lost if another item took the place of the shown one. */
const isWriting = () =>
  [...document.querySelectorAll<HTMLTextAreaElement>("#item textarea")].some(({ value }) => value !== "");

/** On a narrow screen the list has the page to itself until an item is chosen. */
const isItemSeen = () => document.getElementById("item")?.checkVisibility() === true;

type Desk = {
  viewerId: string;
  /** When the page that is shown was made. */
  asOf: number;
  cannedNotes: CannedNote[];
  /** Whom an item can be given to. */
  moderators: Moderator[];
  /** The address of this part of the queue, without an item. */
  here: string;
  stream: DeskStream;
  /** How much waits; null until something has changed since the page was made. */
  counts: Counts | null;
  decisions: DecisionQueue;
  shownId: string | null;
  /** The drawn item; another one than the shown one while `isHere` is false. */
  shownNode: ReactNode;
  isHere: boolean;
  /** The shown item is decided, and the next one is not here yet. */
  isWaiting: boolean;
  /** Whether the drawn item is the shown one and can be decided. Keys wait until it is. */
  isReady: () => boolean;
  /** A decided item has just come back. */
  isGuarded: () => boolean;
  /** Decided here, and not yet known to the page. */
  isLeft: (revisionId: string) => boolean;
  /** Shows the next item at once. While the moderator is signed out nothing is done. */
  decide: (decision: Omit<TakenDecision, "actId" | "shows">) => void;
  /** Sends again what could not be sent. */
  resume: () => void;
  refusals: ReadonlyMap<string, DecideState>;
  nextOf: (revisionId: string) => string | null;
  /** Shows a held item at once. False when the server must be asked for it. */
  open: (revisionId: string) => boolean;
  /** The page that is being asked for by other means is the one to show. */
  follow: (revisionId: string | null) => void;
  release: () => void;
  hold: (items: HeldItem[]) => void;
  /** By revision, each as it was seen (`stateToken`). */
  selected: ReadonlyMap<string, string>;
  select: (items: SelectedItem[]) => void;
  deselect: (revisionIds: Iterable<string>) => void;
};

export type HeldItem = { revisionId: string; node: ReactNode };

const DeskContext = createContext<Desk | null>(null);

/**
 * What the parts of the queue's page have in common: what changes live, which item is shown, the decisions that are not
 * answered yet, what is selected.
 */
export function Desk({
  viewerId,
  asOf,
  openId,
  isChosen,
  here,
  cannedNotes,
  item,
  moderators,
  children,
}: {
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
}) {
  const t = useTranslations("moderation");
  const router = useRouter();
  const showToast = useToast();
  const [flow] = useState(() => new DeskFlow({ asOf, openId, isChosen, here }));
  const [refusals, setRefusals] = useState<ReadonlyMap<string, DecideState>>(new Map());
  const [nodes, setNodes] = useState<ReadonlyMap<string, ReactNode>>(new Map());
  const [decisions] = useState(() => new DecisionQueue((decision) => sendDecision(viewerId, decision)));
  const { shownId, isWaiting } = useSyncExternalStore(
    flow.subscribe,
    () => flow.state,
    () => flow.state,
  );
  const { waiting, done } = useSyncExternalStore(
    decisions.subscribe,
    () => decisions.state,
    () => nothingTaken,
  );
  const left = useMemo(
    () => new Set([...waiting, ...done.map(({ decision }) => decision)].map(({ revisionId }) => revisionId)),
    [waiting, done],
  );
  const isLeftNow = useCallback(
    (revisionId: string) =>
      decisions.state.waiting.some((one) => one.revisionId === revisionId) ||
      decisions.state.done.some(({ decision }) => decision.revisionId === revisionId),
    [decisions],
  );

  const goTo = useCallback(
    (href: string) => startTransition(() => router.replace(href, { scroll: false })),
    [router],
  );
  const goToItem = useCallback(
    (revisionId: string) => goTo(queueHref({ ...parseQueueHref(here), item: revisionId })),
    [goTo, here],
  );
  /**
   * What the desk asks for by itself. A browser that is signed out or offline keeps the page, with what is on it: Next would
   * leave it for the sign-in page, or for the browser's own error page.
   * @returns whether it was asked for.
   */
  const ifSignedIn = useCallback(
    async (go: () => void): Promise<boolean> => {
      if (decisions.state.problem === "SIGNED_OUT") return false;
      const isIn = await isSignedIn(viewerId);
      if (isIn) go();
      else if (isIn === false) decisions.noteSignedOut();
      return isIn === true;
    },
    [decisions, viewerId],
  );
  const askAgain = useCallback(() => ifSignedIn(() => router.refresh()), [ifSignedIn, router]);
  const [stream] = useState(() => new DeskStream(() => void askAgain()));

  // Before it is painted: a page that somebody went to must not show the item before for a moment.
  useLayoutEffect(() => {
    decisions.forgetBefore(asOf);
    flow.arrive({ asOf, openId, isChosen, here }, isLeftNow);
  }, [flow, decisions, isLeftNow, asOf, openId, isChosen, here]);
  useEffect(() => stream.run(), [stream]);
  useEffect(() => stream.forgetBefore(asOf), [stream, asOf]);
  usePresence(shownId);
  const search = filterSearch(here);
  const filteredCounts = useFilteredCounts(stream, search, asOf);
  const liveCounts = useSyncExternalStore(
    stream.subscribe,
    () => stream.state.counts,
    () => null,
  );
  const counts = search === "" ? liveCounts : filteredCounts;
  useKeptDecisions(decisions, viewerId);
  useLeaveGuard(decisions);

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

  /** The refused decision's item takes the place of the shown one. */
  const bringBack = useCallback(
    (revisionId: string) => {
      flow.bringBack(revisionId);
      goToItem(revisionId);
    },
    [flow, goToItem],
  );
  useEffect(() => {
    decisions.listen({
      refuse: (decision, state) => {
        const { shownId: current } = flow.state;
        const isBusy =
          current !== decision.revisionId &&
          (flow.isFollowing || (current !== null && refusals.has(current)) || isWriting());
        setRefusals((before) => new Map(before).set(decision.revisionId, state));
        showToast(refusalWords(t, state));
        if (isBusy) flow.postpone(decision.revisionId);
        else bringBack(decision.revisionId);
      },
      gone: () => router.refresh(),
    });
    // Somebody who has left the queue reads of a refusal where they are.
    return () =>
      decisions.listen({
        refuse: ({ text }, state) => showToast(`${text.slice(0, 30)}… ${refusalWords(t, state)}`),
        gone: () => undefined,
      });
  }, [decisions, flow, refusals, showToast, t, bringBack, router]);
  useEffect(() => {
    if (shownId !== null && refusals.has(shownId)) flow.guard();
  }, [flow, shownId, refusals]);

  const askForShown = useEffectEvent(() =>
    ifSignedIn(() => {
      const { wanted } = flow;
      if (wanted === null || !isItemSeen()) return;
      flow.askFor(wanted);
      goToItem(wanted);
    }),
  );
  // The page of what is shown: at once when little is left to show without it, else when the moderator pauses.
  useEffect(() => {
    if (flow.wanted === null) return;
    const isShort = flow.mayHaveMore && flow.ahead < fewAhead;
    if (waiting.length > 0 && !isShort) return;
    const timer = setTimeout(() => void askForShown(), isShort ? 0 : pauseMs);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what changes what the flow wants
  }, [flow, shownId, openId, nodes, waiting.length]);

  // Decided by a page that has gone: this one shows it all the same.
  const isOver = shownId !== null && left.has(shownId);
  useEffect(() => {
    if (!isOver || isWaiting || flow.isFollowing) return;
    const next = flow.nextOf(shownId, isFree);
    if (next) flow.show(next);
    else flow.wait();
  }, [flow, isOver, isWaiting, shownId, isFree]);

  // At the end of what is held: the page of the decided item brings what comes after it. Where that is nothing, the server
  // offers an item, after it has all decisions.
  const hasNothing = isWaiting && waiting.length === 0;
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

  // Somebody else decided what is open here: the page is to say so before anything else is decided.
  const changed = useSyncExternalStore(
    stream.subscribe,
    () => stream.state.changes.find(({ revisionId, at }) => revisionId === shownId && at >= asOf)?.at,
    () => undefined,
  );
  const refreshChanged = useEffectEvent(() => {
    if (shownId === null || left.has(shownId)) return;
    void ifSignedIn(() => {
      if (shownId === openId) return router.refresh();
      flow.askFor(shownId);
      goToItem(shownId);
    });
  });
  useEffect(() => {
    if (changed !== undefined) refreshChanged();
  }, [changed]);

  const { selected, select, deselect } = useSelection();
  const { shownNode, isHere } = useShownNode({ shownId, openId, item, nodes });
  const desk = useMemo<Desk>(() => {
    return {
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
      decide: (decision) => {
        // Pressed twice before the next item was drawn.
        if (decisions.state.problem === "SIGNED_OUT" || isLeftNow(decision.revisionId)) return;
        setRefusals((before) => {
          const after = new Map(before);
          after.delete(decision.revisionId);
          return after;
        });
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
    };
  }, [
    viewerId,
    asOf,
    cannedNotes,
    moderators,
    openId,
    here,
    bringBack,
    askAgain,
    stream,
    counts,
    decisions,
    flow,
    isFree,
    isLeftNow,
    shownId,
    shownNode,
    isHere,
    isWaiting,
    left,
    refusals,
    nodes,
    selected,
    select,
    deselect,
  ]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The drawn item for `shownId`. It stays when its page has gone, until another item is shown. */
function useShownNode({
  shownId,
  openId,
  item,
  nodes,
}: {
  shownId: string | null;
  openId: string | null;
  item: ReactNode;
  nodes: ReadonlyMap<string, ReactNode>;
}): { shownNode: ReactNode; isHere: boolean } {
  const [kept, setKept] = useState({ id: openId, node: item });
  const isOwn = shownId === null || shownId === openId;
  const isKept = shownId === kept.id;
  const isHere = isOwn || isKept || nodes.has(shownId);
  const shownNode = isOwn ? item : (nodes.get(shownId) ?? (isKept ? kept.node : item));
  if (isHere && (!isKept || kept.node !== shownNode)) setKept({ id: shownId, node: shownNode });
  return { shownNode, isHere };
}

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("outside the desk");
  return desk;
}

/** What has changed since the page was made. */
export function useDeskState(): DeskState {
  const { stream } = useDesk();
  return useSyncExternalStore(
    stream.subscribe,
    () => stream.state,
    () => nothingTold,
  );
}

/** The decisions that are not answered yet, and those that no page shows yet. */
export function useDecisions() {
  const { decisions } = useDesk();
  return useSyncExternalStore(
    decisions.subscribe,
    () => decisions.state,
    () => nothingTaken,
  );
}
