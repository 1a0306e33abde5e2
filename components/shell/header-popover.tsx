"use client";

import { usePathname } from "next/navigation";
import { useId, type ReactNode } from "react";

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
      {/* A new element on each page, so that following a link closes it. Before its button: while a page is still
          loading, a button without its popover would do nothing. */}
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
