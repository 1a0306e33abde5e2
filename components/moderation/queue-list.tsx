import { useFormatter, useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Stars } from "@/components/ui/stars";
import { localText } from "@/lib/gym/local-text";
import type { QueuePage, QueueRow as Row } from "@/lib/review/desk/queue-list";
import { searchWindow } from "@/lib/review/desk/queue-list-query";
import { type QueueQuery, queueFilters, queueHref } from "@/lib/review/desk/queue-query";
import { QueueNews } from "./queue-news";
import { QueueRow } from "./queue-row";

/** A page of the queue: what each says, and the way to its neighbours. */
export function QueueList({
  page: { rows, following, hasPrevious, searchedTo },
  query,
  openId,
  now,
  nameOf,
}: {
  page: QueuePage;
  query: QueueQuery;
  openId: string | null;
  now: Date;
  nameOf: (category: string | null) => string;
}) {
  const t = useTranslations("moderation");
  const here = { ...query, item: "" };
  const [first] = rows;
  const onward = following ? rows.at(-1)?.place : searchedTo;
  const isFiltered = queueFilters.some((name) => query[name]);

  return (
    <>
      <QueueNews rowIds={rows.map(({ revisionId }) => revisionId)} query={query} />
      {rows.length === 0 ? (
        <EmptyState title={t(isFiltered ? "list.emptyFiltered" : "list.emptyTitle")}>
          {!isFiltered && t("list.emptyText")}
        </EmptyState>
      ) : (
        <ul
          aria-label={t("list.label")}
          className="overflow-hidden rounded-sheet border border-line bg-sheet"
        >
          {rows.map((row) => (
            <QueueRow
              key={row.revisionId}
              revisionId={row.revisionId}
              seen={row.seen}
              selectLabel={t("list.select", { text: row.body.slice(0, 40) })}
              isCurrent={row.revisionId === openId}
              isWaiting={row.reason !== null}
            >
              <RowText
                row={row}
                href={queueHref({ ...query, item: row.revisionId })}
                now={now}
                nameOf={nameOf}
              />
            </QueueRow>
          ))}
        </ul>
      )}
      {searchedTo && <p className="text-sm text-ink-soft">{t("list.searched", { count: searchWindow })}</p>}
      {(hasPrevious || onward) && (
        <nav aria-label={t("list.pages")} className="flex justify-between gap-2">
          {hasPrevious ? (
            <LinkButton
              variant="quiet"
              prefetch={false}
              href={queueHref({ ...here, after: undefined, before: first?.place })}
            >
              {t(first ? "list.previous" : "list.first")}
            </LinkButton>
          ) : (
            <span />
          )}
          {onward && (
            <LinkButton
              variant="quiet"
              prefetch={false}
              href={queueHref({ ...here, before: undefined, after: onward })}
            >
              {t(following ? "list.next" : "list.searchOn")}
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}

function RowText({
  row,
  href,
  now,
  nameOf,
}: {
  row: Row;
  href: string;
  now: Date;
  nameOf: (category: string | null) => string;
}) {
  const t = useTranslations("moderation");
  const format = useFormatter();
  const locale = useLocale();
  const state = row.reason
    ? t(`states.${row.reason}`)
    : row.decision && t(`verdict.decisions.${row.decision}`);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-faint">
        <span className="font-medium text-ink-soft">{state}</span>
        {row.category && <span>{nameOf(row.category)}</span>}
        <time dateTime={row.place.at.toISOString()} className="ml-auto tabular-nums">
          {format.relativeTime(row.place.at, { now, style: "narrow" })}
        </time>
      </p>
      {/* Whole once it is selected: nothing is decided by its beginning. */}
      <p
        lang={row.locale}
        dir="auto"
        className="line-clamp-2 text-[0.9375rem] leading-relaxed whitespace-pre-line wrap-anywhere group-has-checked/row:line-clamp-none"
      >
        <Link href={href} prefetch={false} className="after:absolute after:inset-0 after:-left-1">
          {row.body}
        </Link>
      </p>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-faint">
        <Stars value={row.stars} label={t("list.stars", { count: row.stars })} className="h-3" />
        <span>{localText(locale, row.gym.name, row.gym.nameEn)}</span>
        <bdi>{row.authorName}</bdi>
      </p>
    </>
  );
}
