import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ClientMessages } from "@/components/shell/client-messages";
import { Desk } from "@/components/desk/desk";
import { DeskKeys } from "@/components/desk/desk-keys";
import { ItemNavigation } from "@/components/desk/item-navigation";
import { ItemView } from "@/components/desk/item-view";
import { ItemsAhead } from "@/components/desk/items-ahead";
import { LastAct } from "@/components/desk/last-act";
import { ModelWait } from "@/components/desk/model-wait";
import { OwnFilters } from "@/components/desk/own-filters";
import { QueueFilters } from "@/components/desk/queue-filters";
import { QueueList } from "@/components/desk/queue-list";
import { QueueStates } from "@/components/desk/queue-states";
import { categoryNames } from "@/components/desk/queue-words";
import { Sending } from "@/components/desk/sending";
import { ShownItem } from "@/components/desk/shown-item";
import { SelectionBar } from "@/components/desk/selection-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { findModelPause } from "@/lib/ai/circuit-breaker";
import { requireModerator } from "@/lib/auth/viewer";
import { activeRules } from "@/lib/moderation/policy/rules";
import { currentPolicy } from "@/lib/moderation/policy/data";
import { listCannedNotes } from "@/lib/review/desk/canned-notes";
import { findAuthorName, findItemAuthor } from "@/lib/review/desk/item-author";
import { findQueueItem } from "@/lib/review/desk/item-data";
import { isPassedOver } from "@/lib/review/desk/assignment/is-passed-over";
import { listModerators } from "@/lib/review/desk/assignment/list-moderators";
import { listLookers } from "@/lib/review/desk/presence";
import { countQueue, listQueueGyms } from "@/lib/review/desk/queue-counts";
import { findLastAct } from "@/lib/review/desk/queue-last-act";
import { listQueue } from "@/lib/review/desk/queue-list";
import { findOffered, neighboursOf } from "@/lib/review/desk/queue-next";
import { queueHref, queueQuerySchema } from "@/lib/review/desk/queue-query";

export async function generateMetadata(): Promise<Metadata> {
  await requireModerator();
  const t = await getTranslations("moderation");
  return { title: t("title") };
}

export default async function ModerationPage({ searchParams }: PageProps<"/admin/moderation">) {
  const viewer = await requireModerator();
  const query = queueQuerySchema.parse(await searchParams);
  const now = new Date();
  const [
    t,
    locale,
    policy,
    nameOf,
    page,
    counts,
    gyms,
    authorName,
    lookers,
    lastAct,
    pause,
    chosen,
    cannedNotes,
    moderators,
  ] = await Promise.all([
    getTranslations("moderation"),
    getLocale(),
    currentPolicy(),
    categoryNames(),
    listQueue(query),
    countQueue(query),
    listQueueGyms({ isDecided: query.state === "decided", chosen: query.gym }),
    query.author ? findAuthorName(query.author) : null,
    listLookers(),
    findLastAct(viewer.id),
    query.state === "WAITING" ? findModelPause("MODERATION") : null,
    query.item ? findQueueItem(query.item) : null,
    listCannedNotes(),
    listModerators(),
  ]);
  const rules = activeRules(policy).map(({ id, wording }) => ({ id, title: wording[locale].title }));
  const isTaken = (id: string) =>
    lookers.some(
      (looker) =>
        looker.revisionId === id && isPassedOver(looker, { viewerId: viewer.id, taken: query.taken }),
    );

  // A wide screen always shows an item. A narrow one shows the list until one is chosen.
  const isChosen = query.item !== "";
  const offered = isChosen ? undefined : await findOffered({ page, query, moderatorId: viewer.id, isTaken });
  const openId = query.item || offered?.revisionId;
  const item = isChosen || !openId ? chosen : await findQueueItem(openId);
  const author = item && (await findItemAuthor(item, viewer));
  const place = query.state === "decided" ? item?.places.decided : item?.places.open;
  const current = item ? { revisionId: item.revision.id, place } : undefined;
  const neighbours = neighboursOf({ page, query, current, isTaken });

  const rowIds = page.rows.map(({ revisionId }) => revisionId);
  const shared = { query, viewer, rules, now, nameOf };
  const takenCount = lookers.filter(
    ({ moderatorId, hasTaken }) => hasTaken && moderatorId === viewer.id,
  ).length;

  return (
    <ClientMessages namespaces={["moderation", "measures"]}>
      <Desk
        viewerId={viewer.id}
        asOf={now.getTime()}
        openId={item?.revision.id ?? null}
        isChosen={isChosen}
        here={queueHref({ ...query, item: "" })}
        cannedNotes={cannedNotes}
        item={
          item ? (
            <ItemView item={item} author={author} {...shared} />
          ) : (
            isChosen && <EmptyState title={t("item.goneTitle")}>{t("item.goneText")}</EmptyState>
          )
        }
        moderators={moderators}
      >
        <div className="wrap grid gap-4 py-6">
          <header className="grid gap-3">
            <div className="flex items-center justify-between gap-4">
              <h1 className={`font-serif text-title ${isChosen ? "max-lg:sr-only" : ""}`}>{t("title")}</h1>
              <DeskKeys />
            </div>
            <div className={`grid gap-3 ${isChosen ? "max-lg:hidden" : ""}`}>
              <QueueStates query={query} counts={counts} now={now} />
              {query.state === "WAITING" && (
                <ModelWait pause={pause} count={counts.WAITING.count} now={now} />
              )}
              <QueueFilters
                query={query}
                gyms={gyms}
                rules={rules}
                authorName={authorName}
                moderators={moderators}
                viewerId={viewer.id}
                nameOf={nameOf}
              />
            </div>
          </header>
          <Sending />
          <div className="grid items-center gap-x-6 gap-y-1 lg:grid-cols-2">
            <div className={isChosen ? "max-lg:hidden" : ""}>
              <OwnFilters query={query} taken={takenCount} />
            </div>
            <LastAct act={lastAct} />
          </div>
          <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
            <div
              data-scrolls
              className={`group/queue grid min-w-0 gap-3 lg:sticky lg:top-3 lg:z-30 lg:max-h-[calc(100dvh-1.5rem)] lg:overflow-y-auto ${isChosen ? "max-lg:hidden" : ""}`}
            >
              <QueueList page={page} query={query} now={now} nameOf={nameOf} />
              <SelectionBar rules={rules} here={queueHref({ ...query, item: "" })} rowIds={rowIds} />
            </div>
            <div id="item" className={`grid min-w-0 gap-3 ${isChosen ? "" : "max-lg:hidden"}`}>
              <ItemNavigation openId={item?.revision.id ?? null} rowIds={rowIds} {...neighbours} />
              <ShownItem />
              <Suspense key={now.getTime()} fallback={null}>
                <ItemsAhead place={place} {...shared} />
              </Suspense>
            </div>
          </div>
        </div>
      </Desk>
    </ClientMessages>
  );
}
