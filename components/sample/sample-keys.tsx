"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { pressedKey } from "@/components/ui/pressed-key";

/**
 * Keys for what is inside: those of `data-key` press their button, `r` and then a digit that of `data-rule`. They work
 * while the focus is in here only, so a letter spoken or typed elsewhere decides nothing.
 */
export function SampleKeys({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const isRejecting = useRef(false);

  // A new one takes the focus: the last one's buttons, which had it, are gone.
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
    // A group that takes keys for the buttons in it.
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
