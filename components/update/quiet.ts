import { useEffect } from "react";
import { changedFields } from "./fields";

/** A longer pause than the search for a word. */
const typingMs = 10_000;

const holds = new Set<symbol>();
let typedAt = -Infinity;

export const noteTyping = () => void (typedAt = performance.now());

/** Prevents the automatic reload while `isHeld`: unsaved text, a running reply. */
export function useHoldReload(isHeld: boolean): void {
  useEffect(() => {
    if (!isHeld) return;
    const hold = Symbol("hold");
    holds.add(hold);
    return () => void holds.delete(hold);
  }, [isHeld]);
}

export function isQuietMoment(): boolean {
  return (
    holds.size === 0 &&
    performance.now() - typedAt > typingMs &&
    !document.querySelector("dialog[open], [aria-busy=true]") &&
    changedFields().length === 0
  );
}
