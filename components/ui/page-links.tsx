import { Icon } from "./icon";
import { LinkButton } from "./link-button";

type PageLink = { href: string; label: string };

export function PageLinks({
  label,
  back,
  next,
  className = "",
}: {
  label: string;
  back: (PageLink & { rel?: "prev" }) | null | undefined;
  next: PageLink | null | undefined;
  className?: string;
}) {
  if (!back && !next) return null;
  return (
    <nav aria-label={label} className={`flex flex-wrap justify-between gap-2 ${className}`}>
      {back && (
        <LinkButton href={back.href} rel={back.rel} variant="secondary">
          <Icon name="chevronLeft" className="size-4.5" />
          {back.label}
        </LinkButton>
      )}
      {next && (
        <LinkButton href={next.href} rel="next" variant="secondary" className="ml-auto">
          {next.label}
          <Icon name="chevronRight" className="size-4.5" />
        </LinkButton>
      )}
    </nav>
  );
}
