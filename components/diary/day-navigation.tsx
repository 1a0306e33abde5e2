"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";

type Way = { href: string; label: string } | null;

/** Where an arrow key has a meaning of its own. */
const ownArrows = "input, textarea, select, dialog, [popover], [contenteditable]";

/** To the written day before and after, by a tap or with the arrow keys. */
export function DayNavigation({ label, before, after }: { label: string; before: Way; after: Way }) {
  const router = useRouter();
  const turn = useEffectEvent((event: KeyboardEvent) => {
    const way = { ArrowLeft: before, ArrowRight: after }[event.key];
    const hasModifier = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!way || hasModifier || event.defaultPrevented || event.repeat) return;
    if (event.target instanceof Element && event.target.closest(ownArrows)) return;
    event.preventDefault();
    router.push(way.href);
  });
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => turn(event);
    document.addEventListener("keydown", handleKeyDown);
    return () => document.removeEventListener("keydown", handleKeyDown);
  }, []);

  return (
    <nav aria-label={label} className="-mr-2 flex print:hidden">
      {before ? <Turn way={before} keys="ArrowLeft" icon="chevronLeft" /> : <span className="size-11" />}
      {after && <Turn way={after} keys="ArrowRight" icon="chevronRight" />}
    </nav>
  );
}

function Turn({
  way: { href, label },
  keys,
  icon,
}: {
  way: { href: string; label: string };
  keys: string;
  icon: "chevronLeft" | "chevronRight";
}) {
  return (
    <LinkButton
      href={href}
      prefetch={false}
      variant="quiet"
      size="icon"
      aria-label={label}
      aria-keyshortcuts={keys}
      title={label}
    >
      <Icon name={icon} />
    </LinkButton>
  );
}
