"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const pathname = usePathname();
  const [path = href] = href.split("?");
  const isHere = pathname === path || pathname.startsWith(`${path}/`);
  return (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      className="grid min-h-11 place-items-center rounded-control px-2 text-[0.9375rem] font-medium whitespace-nowrap text-ink-soft transition-colors hover:bg-sunk hover:text-ink aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-2 aria-[current]:underline-offset-8 sm:px-3"
    >
      {children}
    </Link>
  );
}
