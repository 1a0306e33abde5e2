import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/shell/client-messages";
import { Desk } from "@/components/moderation/desk";
import { DeskKeys } from "@/components/moderation/desk-keys";
import { ItemNavigation } from "@/components/moderation/item-navigation";
import { ItemView } from "@/components/moderation/item-view";
import { LastAct } from "@/components/moderation/last-act";
import { ModelWait } from "@/components/moderation/model-wait";
import { QueueFilters } from "@/components/moderation/queue-filters";
import { QueueList } from "@/components/moderation/queue-list";
import { QueueStates } from "@/components/moderation/queue-states";
import { categoryNames } from "@/components/moderation/queue-words";
import { SelectionBar } from "@/components/moderation/selection-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { findModelPause } from "@/lib/ai/circuit-breaker";
import { requireModerator } from "@/lib/auth/viewer";
import { activeRules } from "@/lib/moderation/policy";
import { currentPolicy } from "@/lib/moderation/policy-data";
import { findItemAuthor } from "@/lib/review/desk/item-author";
import { findQueueItem } from "@/lib/review/desk/item-data";
import { listLookers } from "@/lib/review/desk/presence";
import { countQueue, listQueueGyms } from "@/lib/review/desk/queue-counts";
import { findLastAct } from "@/lib/review/desk/queue-last-act";
import { listQueue } from "@/lib/review/desk/queue-list";
import { neighboursOf } from "@/lib/review/desk/queue-next";
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
  const [t, locale, policy, nameOf, page, counts, gyms, lookers, lastAct, pause, chosen] = await Promise.all([
    getTranslations("moderation"),
    getLocale(),
    currentPolicy(),
    categoryNames(),
    listQueue(query),
    countQueue(),
    listQueueGyms({ isDecided: query.state === "decided", chosen: query.gym }),
    listLookers(),
    findLastAct(viewer.id),
    query.state === "WAITING" ? findModelPause("MODERATION") : null,
    query.item ? findQueueItem(query.item) : null,
  ]);
  const rules = activeRules(policy).map(({ id, wording }) => ({ id, title: wording[locale].title }));
  const isTaken = (id: string) =>
    lookers.some(({ revisionId, moderatorId }) => revisionId === id && moderatorId !== viewer.id);

  // A wide screen always shows an item. A narrow one shows the list until one is chosen.
  const isChosen = query.item !== "";
  const inOrder = query.before && !query.after ? page.rows.toReversed() : page.rows;
  const offered = inOrder.find(({ revisionId }) => !isTaken(revisionId)) ?? inOrder[0];
  const openId = query.item || offered?.revisionId;
  const item = isChosen || !openId ? chosen : await findQueueItem(openId);
  const author = item && (await findItemAuthor(item));
  const neighbours = neighboursOf({
    page,
    query,
    current: item
      ? {
          revisionId: item.revision.id,
          place: query.state === "decided" ? item.places.decided : item.places.open,
        }
      : undefined,
    isTaken,
  });

  return (
    <ClientMessages namespaces={["moderation"]}>
      <Desk viewerId={viewer.id} asOf={now.getTime()} openId={item?.revision.id ?? null}>
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
              <QueueFilters query={query} gyms={gyms} rules={rules} />
            </div>
          </header>
          <LastAct act={lastAct} query={query} />
          <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
            <div
              data-scrolls
              className={`group/queue grid min-w-0 gap-3 lg:sticky lg:top-3 lg:z-30 lg:max-h-[calc(100dvh-1.5rem)] lg:overflow-y-auto ${isChosen ? "max-lg:hidden" : ""}`}
            >
              <QueueList page={page} query={query} openId={openId ?? null} now={now} nameOf={nameOf} />
              <SelectionBar rules={rules} here={queueHref({ ...query, item: "" })} />
            </div>
            <div id="item" className={`grid min-w-0 gap-3 ${isChosen ? "" : "max-lg:hidden"}`}>
              <ItemNavigation back={queueHref({ ...query, item: "" })} {...neighbours} />
              {item ? (
                <ItemView
                  item={item}
                  author={author}
                  query={query}
                  viewerId={viewer.id}
                  rules={rules}
                  now={now}
                  nameOf={nameOf}
                />
              ) : (
                isChosen && <EmptyState title={t("item.goneTitle")}>{t("item.goneText")}</EmptyState>
              )}
            </div>
          </div>
        </div>
      </Desk>
    </ClientMessages>
  );
}
