"use client";

import { useEffect, useRef, type ReactNode } from "react";

/** The heading of the open item. When what had the focus is gone with the item before, it takes it. */
export function FocusItem({ revisionId, children }: { revisionId: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(revisionId);
  useEffect(() => {
    if (shown.current === revisionId) return;
    shown.current = revisionId;
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || activeElement.id === "main")
      heading.current?.focus({ preventScroll: true });
  }, [revisionId]);
  return (
    <h2 ref={heading} id="item-title" tabIndex={-1} className="font-serif text-xl wrap-anywhere outline-none">
      {children}
    </h2>
  );
}
