import { useRouter } from "next/navigation";
import { startTransition, useCallback } from "react";
import { isSignedIn } from "@/components/session/browser-session";
import { parseQueueHref, queueHref } from "@/lib/review/desk/queue-query";
import type { DecisionQueue } from "./decision-queue";

/** How the desk requests pages without a click. */
export function usePageRequests(
  decisions: DecisionQueue,
  { viewerId, here }: { viewerId: string; here: string },
) {
  const router = useRouter();
  const goTo = useCallback(
    (href: string) => startTransition(() => router.replace(href, { scroll: false })),
    [router],
  );
  const goToItem = useCallback(
    (revisionId: string) => goTo(queueHref({ ...parseQueueHref(here), item: revisionId })),
    [goTo, here],
  );
  /**
   * Runs `go` only while signed in and online: otherwise Next would replace the page by the sign-in page or the browser's
   * error page.
   * @returns whether it ran
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
  const refresh = useCallback(() => router.refresh(), [router]);
  const askAgain = useCallback(() => ifSignedIn(refresh), [ifSignedIn, refresh]);
  return { goTo, goToItem, ifSignedIn, refresh, askAgain };
}

export type PageRequests = ReturnType<typeof usePageRequests>;
