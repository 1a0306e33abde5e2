"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { accountMenuId } from "./account-menu-id";

export function AccountMenu({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  return (
    // A new element on each page, so that following a link closes it.
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
