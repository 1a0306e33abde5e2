import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { sendDecision } from "./decision-api";
import { DecisionQueue, nothingTaken } from "./decision-queue";
import { useKeptDecisions } from "./use-kept-decisions";
import { useLeaveGuard } from "./use-leave-guard";

/** The decisions of this page, with the revisions that they leave. */
export function useDeskDecisions(viewerId: string) {
  const [decisions] = useState(() => new DecisionQueue((decision) => sendDecision(viewerId, decision)));
  const { waiting, done } = useSyncExternalStore(
    decisions.subscribe,
    () => decisions.state,
    () => nothingTaken,
  );
  const left = useMemo(
    () => new Set([...waiting, ...done.map(({ decision }) => decision)].map(({ revisionId }) => revisionId)),
    [waiting, done],
  );
  /** `left` without waiting for a render: two keys may be pressed before the next one. */
  const isLeftNow = useCallback(
    (revisionId: string) =>
      decisions.state.waiting.some((one) => one.revisionId === revisionId) ||
      decisions.state.done.some(({ decision }) => decision.revisionId === revisionId),
    [decisions],
  );
  useKeptDecisions(decisions, viewerId);
  useLeaveGuard(decisions);
  return { decisions, unanswered: waiting.length, left, isLeftNow };
}
