"use client";

import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { unlockDrafts } from "@/components/ui/sealed-drafts";
import { announceMember, leavePage, watchSession } from "./browser-session";

/**
 * Ties each page to its member: when the browser is signed out or signed in as another member, in any tab, this tab
 * discards what it shows and holds in memory. `draftKey` opens the member's unsaved drafts.
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
  // During rendering, because children read drafts in effects, which run before the effects of this component.
  if (typeof window !== "undefined") unlockDrafts(memberId && draftKey ? { memberId, key: draftKey } : null);

  const wasFor = useRef(madeFor);
  // A layout effect, so that the old page is never drawn.
  useLayoutEffect(() => {
    const before = wasFor.current;
    wasFor.current = memberId;
    const hasLeft = before !== null && before !== memberId;
    // A signed-out page does not announce itself: after a session has expired, the member signs in again in another
    // tab, and the text typed here is kept.
    if (memberId !== null || hasLeft) announceMember(memberId);
    // Signed out on this page: the router still holds the previous pages in memory.
    if (hasLeft) return leavePage();
    return memberId === null ? undefined : watchSession(memberId);
  }, [memberId]);

  return children;
}
