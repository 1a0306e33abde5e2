import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icon";

export function BackLink({
  href,
  onClick,
  children,
}: {
  href: string;
  onClick?: () => void;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      onClick={onClick}
      className="-ml-1 inline-flex min-h-11 items-center gap-1 pr-2 text-sm text-ink-soft hover:text-ink"
    >
      <Icon name="chevronLeft" className="size-4.5" />
      {children}
    </Link>
  );
}
