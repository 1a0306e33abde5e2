import { useFormatter } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";

export function RecordLine({ href, at, children }: { href: string; at: Date; children: ReactNode }) {
  const format = useFormatter();
  return (
    <li className="relative flex flex-wrap items-center justify-between gap-x-5 gap-y-0.5 border-b border-line py-3 text-[0.9375rem] transition-colors last:border-0 hover:bg-sunk">
      <Link href={href} className="min-w-0 wrap-anywhere after:absolute after:inset-0">
        {children}
      </Link>
      <time dateTime={at.toISOString()} className="text-sm whitespace-nowrap text-ink-faint">
        {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
      </time>
    </li>
  );
}
