import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { useToast } from "@/components/ui/toast";
import type { DecideState } from "@/lib/review/decision/schema";
import type { DecisionQueue } from "./decision-queue";
import type { DeskFlow } from "./desk-flow";
import { refusalWords } from "./refusal-words";

/** Whether showing another item would lose typed words. */
const isWriting = () =>
  [...document.querySelectorAll<HTMLTextAreaElement>("#item textarea")].some(({ value }) => value !== "");

/** Items whose decision the server refused come back, at once or after the current item. */
export function useRefusals(
  decisions: DecisionQueue,
  flow: DeskFlow,
  {
    shownId,
    goToItem,
    refresh,
  }: { shownId: string | null; goToItem: (revisionId: string) => void; refresh: () => void },
) {
  const t = useTranslations("moderation");
  const showToast = useToast();
  const [refusals, setRefusals] = useState<ReadonlyMap<string, DecideState>>(new Map());

  const bringBack = useCallback(
    (revisionId: string) => {
      flow.bringBack(revisionId);
      goToItem(revisionId);
    },
    [flow, goToItem],
  );
  const forgetRefusal = useCallback(
    (revisionId: string) => setRefusals((before) => new Map([...before].filter(([id]) => id !== revisionId))),
    [],
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
      gone: refresh,
    });
    // After leaving the queue, a refusal is shown on the current page.
    return () =>
      decisions.listen({
        refuse: ({ text }, state) => showToast(`${text.slice(0, 30)}… ${refusalWords(t, state)}`),
        gone: () => undefined,
      });
  }, [decisions, flow, refusals, showToast, t, bringBack, refresh]);
  useEffect(() => {
    if (shownId !== null && refusals.has(shownId)) flow.guard();
  }, [flow, shownId, refusals]);

  return { refusals, forgetRefusal, bringBack };
}
