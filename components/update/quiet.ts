import { useEffect } from "react";
import { changedFields } from "./fields";

/** A pause in writing is longer than finding a word. */
const typingMs = 10_000;

const holds = new Set<symbol>();
let typedAt = -Infinity;

export const noteTyping = () => void (typedAt = performance.now());

/** Keeps the page from loading itself again while `isHeld`: words that are not saved, a reply that is being written. */
export function useHoldReload(isHeld: boolean): void {
  useEffect(() => {
    if (!isHeld) return;
    const hold = Symbol("hold");
    holds.add(hold);
    return () => void holds.delete(hold);
  }, [isHeld]);
}

/** Whether nobody would lose anything, or be interrupted, if the page were loaded again now. */
export function isQuietMoment(): boolean {
  return (
    holds.size === 0 &&
    performance.now() - typedAt > typingMs &&
    !document.querySelector("dialog[open], [aria-busy=true]") &&
    changedFields().length === 0
  );
}
