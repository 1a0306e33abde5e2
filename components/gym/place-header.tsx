import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { Tally } from "@/lib/gym/tally";
import { RatingPanel } from "./rating-panel";

/** The top of a gym's or a trainer's page: the way back, the name, what it is, its rating. */
export function PlaceHeader({
  back,
  title,
  lead,
  tally,
  action,
}: {
  back: { href: string; label: ReactNode };
  title: ReactNode;
  lead: ReactNode;
  tally: Tally;
  action: ReactNode;
}) {
  return (
    <header className="grid items-end gap-7 md:grid-cols-[minmax(0,1fr)_minmax(0,24rem)] md:gap-12">
      <div>
        <Link
          href={back.href}
          className="-ml-1 inline-flex min-h-11 items-center gap-1 pr-2 text-sm text-ink-soft hover:text-ink"
        >
          <Icon name="chevronLeft" className="size-4.5" />
          {back.label}
        </Link>
        <h1 className="mt-1 font-serif text-[clamp(1.875rem,1.5rem+1.8vw,2.75rem)] leading-tight wrap-anywhere">
          {title}
        </h1>
        <div className="mt-2 leading-relaxed text-ink-soft">{lead}</div>
        <div className="mt-6">{action}</div>
      </div>
      <RatingPanel tally={tally} />
    </header>
  );
}
