import { useEffect } from "react";
import type { DecisionQueue } from "./decision-queue";
import { KeptDecisions } from "./kept-decisions";

/** The moderator's next page of the queue sends what an earlier page could not send. */
export function useKeptDecisions(decisions: DecisionQueue, memberId: string): void {
  useEffect(() => {
    const kept = new KeptDecisions(memberId);
    let { waiting } = decisions.state;
    // Never unsubscribed: the queue continues after the moderator has left this page.
    decisions.subscribe(() => {
      if (decisions.state.waiting === waiting) return;
      ({ waiting } = decisions.state);
      kept.write(waiting);
    });
    kept.takeOver((found) => decisions.restore(found));
  }, [decisions, memberId]);
}
