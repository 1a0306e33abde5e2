import type { ReactNode } from "react";
import { PageFonts } from "@/components/shell/page-fonts";
import { BackLink } from "@/components/ui/back-link";
import type { Tally } from "@/lib/gym/tally";
import { RatingPanel } from "./rating-panel";

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
        <BackLink href={back.href}>{back.label}</BackLink>
        <PageFonts />
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
