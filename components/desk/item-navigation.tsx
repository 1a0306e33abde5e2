"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { BackLink } from "@/components/ui/back-link";
import { Key } from "@/components/ui/key";
import { LinkButton } from "@/components/ui/link-button";
import { parseQueueHref, queueHref } from "@/lib/review/desk/queue-query";
import { useDesk } from "./desk-context";

/**
 * To the item before and the one after; on a narrow screen, back to the list as well. Where the desk has moved on from the
 * page's item it knows the way, as far as its list and what it holds reach.
 */
export function ItemNavigation({
  openId,
  rowIds,
  next,
  previous,
}: {
  /** What the page was made for, and the addresses around it. */
  openId: string | null;
  next: string | undefined;
  previous: string | undefined;
  rowIds: string[];
}) {
  const t = useTranslations("moderation.item");
  const { here, shownId, nextOf, isLeft, open, follow } = useDesk();
  const hrefOf = (item: string) => queueHref({ ...parseQueueHref(here), item });
  const isOwn = shownId === openId;
  const ahead = shownId === null ? null : nextOf(shownId);
  const at = shownId === null ? -1 : rowIds.indexOf(shownId);
  const before = isOwn ? undefined : rowIds.slice(0, Math.max(0, at)).findLast((id) => !isLeft(id));
  const link = { variant: "quiet", prefetch: false, replace: true } as const;
  const ways = { next: ahead ? hrefOf(ahead) : next, previous: before ? hrefOf(before) : previous };

  function handleClick(event: MouseEvent, href: string) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    const { item } = parseQueueHref(href);
    if (item && open(item)) event.preventDefault();
    else follow(item || null);
  }

  return (
    <nav aria-label={t("navigation")} className="flex flex-wrap items-center gap-1">
      <div className="mr-auto lg:hidden">
        <BackLink href={here} onClick={() => follow(null)}>
          {t("back")}
        </BackLink>
      </div>
      {ways.previous && (
        <LinkButton
          {...link}
          href={ways.previous}
          onClick={(event) => handleClick(event, ways.previous!)}
          data-key="k"
          aria-keyshortcuts="K"
        >
          {t("previous")} <Key name="k" />
        </LinkButton>
      )}
      {ways.next && (
        <LinkButton
          {...link}
          href={ways.next}
          onClick={(event) => handleClick(event, ways.next!)}
          data-key="j"
          aria-keyshortcuts="J"
        >
          {t("next")} <Key name="j" />
        </LinkButton>
      )}
    </nav>
  );
}
