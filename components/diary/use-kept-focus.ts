"use client";

import { type RefObject, useEffect, useRef } from "react";

/** A control that was used and is gone leaves the focus nowhere: what it stood in takes it. */
export function useKeptFocus(container: RefObject<HTMLElement | null>) {
  const focused = useRef<Element | null>(null);

  useEffect(() => {
    const box = container.current;
    if (!box) return;
    const listening = new AbortController();
    const on = { signal: listening.signal };
    box.addEventListener("focusin", ({ target }) => (focused.current = target as Element), on);
    box.addEventListener(
      "focusout",
      ({ target }) =>
        // Still there a moment later: it was not taken away, its user went elsewhere.
        requestAnimationFrame(() => {
          if (focused.current === target && focused.current?.isConnected) focused.current = null;
        }),
      on,
    );
    return () => listening.abort();
  }, [container]);

  useEffect(() => {
    if (!focused.current || focused.current.isConnected) return;
    focused.current = null;
    if (document.activeElement === document.body) container.current?.focus({ preventScroll: true });
  });
}
