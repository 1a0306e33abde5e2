"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef, type ReactNode } from "react";

export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const pathname = usePathname();
  const [path = href] = href.split("?");
  const isHere = pathname === path || pathname.startsWith(`${path}/`);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isHere && link.current) bringIntoView(link.current);
  }, [isHere]);
  return (
    <Link
      ref={link}
      href={href}
      // Dynamic pages have nothing to prefetch: it would cost two useless requests.
      prefetch={false}
      aria-current={isHere ? "page" : undefined}
      className="grid min-h-11 place-items-center rounded-control px-2 text-[0.9375rem] font-medium whitespace-nowrap text-ink-soft transition-colors hover:bg-sunk hover:text-ink aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-2 aria-[current]:underline-offset-8 sm:px-3"
    >
      {children}
    </Link>
  );
}

function bringIntoView(link: HTMLElement): void {
  const list = link.closest("ul");
  if (!list) return;
  const [inner, outer] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
  list.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
}
