"use client";

import { usePathname } from "next/navigation";
import { useId, type ReactNode } from "react";

/** A button and the browser's own popover: closes on Esc and on a click beside it, opens without script. */
export function HeaderPopover({
  label,
  trigger,
  children,
}: {
  label: string;
  trigger: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const pathname = usePathname();
  return (
    <>
      {/* Made anew on each page, so that following a link in it closes it. It stands before its button: while a page is
          still arriving, a button whose menu is not there yet would do nothing. */}
      <div
        key={pathname}
        id={id}
        popover="auto"
        className="sheet-popover w-68 rounded-sheet border border-line bg-sheet p-3 text-ink shadow-float"
      >
        {children}
      </div>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className="grid size-11 place-items-center rounded-control text-ink-soft transition-colors hover:bg-sunk hover:text-ink"
      >
        {trigger}
      </button>
    </>
  );
}
