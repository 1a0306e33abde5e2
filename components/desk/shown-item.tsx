"use client";

import { useEffect } from "react";
import { useDesk, type HeldItem } from "./desk-context";

/** The item that is shown: the page's own, or one that the page holds and that has become the next. */
export function ShownItem() {
  const { shownId, shownNode, isHere, isWaiting, isLeft } = useDesk();
  const isOver = !isHere || isWaiting || (shownId !== null && isLeft(shownId));
  return (
    // What is decided already cannot be decided again until the next item is here.
    <div inert={isOver} aria-busy={isOver} className="aria-busy:opacity-50">
      {shownNode}
    </div>
  );
}

/** Items that come along with the page, for the desk to show without asking. */
export function HeldItems({ items }: { items: HeldItem[] }) {
  const { hold } = useDesk();
  useEffect(() => {
    hold(items);
    // Once for each page: what is held does not depend on what happens on the desk.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [items]);
  return null;
}
