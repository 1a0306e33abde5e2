"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { NavLink } from "./nav-link";

export function SignInLink({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const search = useSearchParams();
  const isAuth = pathname === "/signin" || pathname === "/signup";
  const here = search.size > 0 ? `${pathname}?${search}` : pathname;
  const next = pathname === "/" ? null : isAuth ? search.get("next") : here;
  return <NavLink href={next ? `/signin?next=${encodeURIComponent(next)}` : "/signin"}>{children}</NavLink>;
}
