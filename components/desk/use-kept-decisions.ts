import { useEffect } from "react";
import type { DecisionQueue } from "./decision-queue";
import { KeptDecisions } from "./kept-decisions";

/** What a page could not send, the moderator's next page of the queue sends. */
export function useKeptDecisions(decisions: DecisionQueue, memberId: string): void {
  useEffect(() => {
    const kept = new KeptDecisions(memberId);
    let { waiting } = decisions.state;
    // Never ended: the queue goes on sending after the moderator has left this page.
    decisions.subscribe(() => {
      if (decisions.state.waiting === waiting) return;
      ({ waiting } = decisions.state);
      kept.write(waiting);
    });
    kept.takeOver((found) => decisions.restore(found));
  }, [decisions, memberId]);
}
