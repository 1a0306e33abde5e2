import { useEffect } from "react";
import { holdWords } from "@/components/ui/leaving";
import type { DecisionQueue } from "./decision-queue";

/** A tab with unsent decisions asks before it closes, and sends them all when it closes anyway. */
export function useLeaveGuard(decisions: DecisionQueue): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      // An emptied page belongs to a member who has signed out.
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
