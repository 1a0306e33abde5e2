import type { ReactNode } from "react";
import { Icon } from "./icon";
import { textLang } from "./text-lang";

export function TwoTexts({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="animate-rise rounded-control border border-danger p-4 sm:p-5">
      <div role="alert">
        <p className="flex items-center gap-2 font-semibold">
          <Icon name="warning" className="size-4.5 text-danger" />
          {title}
        </p>
        <p className="mt-1 text-sm text-ink-soft">{lead}</p>
      </div>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">{children}</div>
    </section>
  );
}

export function OneText({
  title,
  beside,
  body,
  className,
  children,
}: {
  title: string;
  beside?: ReactNode;
  body: string;
  className: string;
  children: ReactNode;
}) {
  return (
    <div className="grid min-w-0 grid-rows-[auto_1fr_auto] gap-2">
      <p className="flex flex-wrap items-center gap-x-2.5 text-sm font-medium">
        {title}
        {beside}
      </p>
      <div
        role="group"
        aria-label={title}
        // It scrolls, so the keyboard must get there.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        lang={textLang(body)}
        dir="auto"
        className={`overflow-y-auto rounded-control bg-sunk p-3 text-[0.9375rem] leading-relaxed wrap-anywhere ${className}`}
      >
        {body}
      </div>
      {children}
    </div>
  );
}
