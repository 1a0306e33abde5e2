"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, type MouseEvent, type ReactNode } from "react";
import { useDesk, useDeskState } from "./desk-context";
import { Lookers } from "./lookers";

/** A line of the list, with what happens to it live. Its box is part of the selection's form, which stands elsewhere. */
export function QueueRow({
  revisionId,
  seen,
  selectLabel,
  isWaiting,
  children,
}: {
  revisionId: string;
  seen: string;
  selectLabel: string;
  isWaiting: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("moderation.live");
  const { shownId, isLeft, open, follow, selected, select, deselect, asOf } = useDesk();
  const isCurrent = shownId === revisionId;
  const { changes } = useDeskState();
  const change = changes.find((one) => one.revisionId === revisionId && one.at >= asOf);
  const isHandled = change !== undefined && (isWaiting ? change.reason === null : change.last !== null);

  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent && row.current) bringIntoView(row.current);
  }, [isCurrent]);

  function handleClick(event: MouseEvent) {
    const isLink = event.target instanceof Element && event.target.closest("a");
    if (!isLink || event.metaKey || event.ctrlKey || event.shiftKey) return;
    // On a narrow screen the item has the page to itself: that is another address.
    const isBeside = document.getElementById("item")?.checkVisibility();
    if (isBeside && open(revisionId)) event.preventDefault();
    else follow(revisionId);
  }

  return (
    <li
      ref={row}
      hidden={isLeft(revisionId)}
      onClickCapture={handleClick}
      data-current={isCurrent || undefined}
      className="group/row relative flex gap-1 border-b border-line transition-colors last:border-0 hover:bg-sunk has-checked:bg-sunk data-current:bg-sunk data-current:shadow-[inset_3px_0_0_var(--color-sea)]"
    >
      <label className="grid size-11 shrink-0 cursor-pointer place-items-center pt-1">
        <span className="sr-only">{selectLabel}</span>
        <input
          type="checkbox"
          form="selection"
          name="item"
          value={`${revisionId} ${seen}`}
          checked={selected.has(revisionId)}
          onChange={(event) =>
            event.target.checked ? select([{ revisionId, seen }]) : deselect([revisionId])
          }
          data-key={isCurrent ? "x" : undefined}
          aria-keyshortcuts={isCurrent ? "X" : undefined}
          className="size-4.5"
        />
      </label>
      <div className="relative grid min-w-0 flex-1 gap-1 py-3 pr-3">
        {children}
        {isHandled && (
          <p className="text-sm font-medium text-ink-soft">
            {change.last?.name ? t("decidedBy", { name: change.last.name }) : t("decidedBySomeone")}
          </p>
        )}
        <Lookers revisionId={revisionId} />
      </div>
    </li>
  );
}

/** In the list's own box, which may reach below the window's edge; the page stays where it is. */
function bringIntoView(row: HTMLElement): void {
  const box = row.closest("[data-scrolls]");
  if (!box) return;
  const [inner, outer] = [row.getBoundingClientRect(), box.getBoundingClientRect()];
  const [top, bottom] = [Math.max(outer.top, 0), Math.min(outer.bottom, window.innerHeight)];
  if (inner.top < top) box.scrollTop -= top - inner.top;
  else if (inner.bottom > bottom) box.scrollTop += inner.bottom - bottom;
}
