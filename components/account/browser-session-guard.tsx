"use client";

import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { unlockDrafts } from "@/components/ui/sealed-drafts";
import { announceMember, leavePage, watchSession } from "./browser-session";

/**
 * Ties every page to who it was made for: when the browser is signed out, or in as somebody else, in whichever tab, what
 * this tab shows and remembers goes. `draftKey`: of the member's unsaved words.
 */
export function BrowserSessionGuard({
  memberId,
  draftKey,
  children,
}: {
  memberId: string | null;
  draftKey: string | null;
  children: ReactNode;
}) {
  const [madeFor] = useState(memberId);
  // While rendering, as what is below reads its drafts in effects that run before those of this component.
  if (typeof window !== "undefined") unlockDrafts(memberId && draftKey ? { memberId, key: draftKey } : null);

  const wasFor = useRef(madeFor);
  // Before the browser draws: nothing of a page that is about to go is seen.
  useLayoutEffect(() => {
    const before = wasFor.current;
    wasFor.current = memberId;
    const hasLeft = before !== null && before !== memberId;
    // A page for nobody says nothing by itself: a session that ran out is signed in to again in another tab, while what was
    // typed here stays.
    if (memberId !== null || hasLeft) announceMember(memberId);
    // Signed out on this very page: the router remembers the pages before, and their words are in memory.
    if (hasLeft) return leavePage();
    return memberId === null ? undefined : watchSession(memberId);
  }, [memberId]);

  return children;
}
