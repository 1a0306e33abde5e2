"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { pressedKey } from "@/components/ui/pressed-key";

/**
 * Keys of `data-key` press their button; `r` and then a digit press the button of `data-rule`. They only work while
 * the focus is inside, so that a letter that is dictated or typed elsewhere decides nothing.
 */
export function SampleKeys({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const isRejecting = useRef(false);

  // A new item takes the focus, because the focused button of the previous one was removed.
  useEffect(() => box.current?.focus({ preventScroll: true }), []);

  function handleKey(event: KeyboardEvent) {
    const key = pressedKey(event);
    if (!key || event.repeat) return;
    const find = (selector: string) => box.current?.querySelector<HTMLElement>(selector);
    if (key === "r") {
      isRejecting.current = true;
      find("[data-rule]")?.focus();
    } else if (/^[1-9]$/.test(key) && isRejecting.current) {
      find(`[data-rule="${key}"]`)?.click();
    } else if (key === "a" || key === "e") {
      find(`[data-key="${key}"]`)?.click();
    } else {
      return;
    }
    event.preventDefault();
  }

  return (
    // A group that handles keys for its buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={box}
      tabIndex={-1}
      aria-label={label}
      onKeyDown={handleKey}
      className="grid gap-5 outline-none"
    >
      {children}
    </section>
  );
}
