import { useEffect } from "react";
import { holdWords } from "@/components/ui/leaving";
import type { DecisionQueue } from "./decision-queue";

/** A tab that still has decisions to send asks before it closes, and sends them all if it is closed all the same. */
export function useLeaveGuard(decisions: DecisionQueue): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      // A page that was emptied belongs to somebody who has signed out.
      if (!decisions.isIdle && document.body.childElementCount > 0) event.preventDefault();
    };
    const flush = () => decisions.flush();
    window.addEventListener("beforeunload", ask);
    window.addEventListener("pagehide", flush);
    const release = holdWords({ save: () => decisions.idle(), discard: () => Promise.resolve() });
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("pagehide", flush);
      release();
    };
  }, [decisions]);
}
