import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { QueuePage } from "@/lib/review/desk/queue-list";
import { searchWindow } from "@/lib/review/desk/queue-list-sql";
import { type QueueQuery, queueFilters, queueHref } from "@/lib/review/desk/queue-query";
import { visibleText } from "@/lib/written-text";
import { QueueNews } from "./queue-news";
import { QueueRow } from "./queue-row";
import { QueueRowText } from "./queue-row-text";
import { SelectAll } from "./select-all";

/** A page of the queue: what each says, and the way to its neighbours. */
export function QueueList({
  page: { rows, following, hasPrevious, searchedTo },
  query,
  now,
  nameOf,
}: {
  page: QueuePage;
  query: QueueQuery;
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
        <EmptyState
          title={t(searchedTo ? "list.notYet" : isFiltered ? "list.emptyFiltered" : "list.emptyTitle")}
        >
          {!isFiltered && t("list.emptyText")}
        </EmptyState>
      ) : (
        <>
          <SelectAll />
          <ul
            aria-label={t("list.label")}
            className="overflow-hidden rounded-sheet border border-line bg-sheet"
          >
            {rows.map((row) => (
              <QueueRow
                key={row.revisionId}
                revisionId={row.revisionId}
                seen={row.seen}
                selectLabel={t("list.select", { text: visibleText(row.body).slice(0, 40) })}
                isWaiting={row.reason !== null}
              >
                <QueueRowText
                  row={row}
                  href={queueHref({ ...query, item: row.revisionId })}
                  now={now}
                  nameOf={nameOf}
                />
              </QueueRow>
            ))}
          </ul>
        </>
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
