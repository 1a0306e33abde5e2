import { useEffect } from "react";
import type { DeskFlow } from "./desk-flow";

/**
 * A search of the moderator has priority: until its page arrives, the desk requests none. Next cancels a pending
 * navigation when another one starts.
 */
export function useFollowSearch(flow: DeskFlow): void {
  useEffect(() => {
    const onSubmit = ({ target }: SubmitEvent) => {
      if (target instanceof HTMLFormElement && target.role === "search") flow.follow(null);
    };
    document.addEventListener("submit", onSubmit, { capture: true });
    return () => document.removeEventListener("submit", onSubmit, { capture: true });
  }, [flow]);
}
