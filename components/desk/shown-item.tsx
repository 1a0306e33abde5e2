"use client";

import { useEffect } from "react";
import { useDesk, type HeldItem } from "./desk-context";

/** The shown item: the page's own or a held one. */
export function ShownItem() {
  const { shownId, shownNode, isHere, isWaiting, isLeft } = useDesk();
  const isOver = !isHere || isWaiting || (shownId !== null && isLeft(shownId));
  return (
    // A decided item is inert until the next one has arrived.
    <div inert={isOver} aria-busy={isOver} className="aria-busy:opacity-50">
      {shownNode}
    </div>
  );
}

/** Gives the desk the items that came with the page. */
export function HeldItems({ items }: { items: HeldItem[] }) {
  const { hold } = useDesk();
  useEffect(() => {
    hold(items);
    // Once per page: the desk's state does not change what is held.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [items]);
  return null;
}
