"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { accountMenuId } from "./account-menu-id";

/** The browser's own popover: closes on Esc and on a press beside it, and opens without script, from any of its buttons. */
export function AccountMenu({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  return (
    // Made anew on each page, so that following a link in it closes it.
    <div
      key={pathname}
      id={accountMenuId}
      popover="auto"
      className="sheet-popover w-68 rounded-sheet border border-line bg-sheet p-3 text-ink shadow-float"
    >
      {children}
    </div>
  );
}
