import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { ReviewText } from "@/components/review/review-text";
import { LocalText } from "@/components/gym/local-text";
import { Paper } from "@/components/ui/paper";
import { Stars } from "@/components/ui/stars";
import { subjectPath } from "@/lib/gym/gym-paths";
import { localText } from "@/lib/gym/local-text";
import { wordsOf } from "@/lib/moderation/broken-rule";
import { graveRank } from "@/lib/review/revision/item-rank";
import type { Viewer } from "@/lib/auth/viewer";
import type { ItemAuthor } from "@/lib/review/desk/item-author";
import type { QueueItem } from "@/lib/review/desk/item-data";
import { type QueueQuery, queueHref } from "@/lib/review/desk/queue-query";
import { FocusItem } from "./focus-item";
import { ItemActs } from "./item-acts";
import { ItemAssignment } from "./item-assignment";
import { ItemAuthorBox } from "./item-author-box";
import { ItemDecision } from "./item-decision";
import { ItemMeasures } from "./item-measures";
import { ItemReports } from "./item-reports";
import { ItemRevisions } from "./item-revisions";
import { ItemRewritten } from "./item-rewritten";
import { ItemVerdicts } from "./item-verdicts";
import { Lookers } from "./lookers";
import { pointedAtBy } from "./pointed-at";
import { itemTextId } from "./selected-words";
import type { ShownRule } from "./rule-choice";

/** A review with all that one decides by, the decision right below its text. */
export async function ItemView({
  item,
  author,
  query,
  viewer,
  rules,
  now,
  nameOf,
}: {
  item: QueueItem;
  author: ItemAuthor | null;
  query: QueueQuery;
  viewer: Viewer;
  rules: ShownRule[];
  now: Date;
  nameOf: (category: string | null) => string;
}) {
  const [t, format, locale] = await Promise.all([getTranslations("moderation"), getFormatter(), getLocale()]);
  const { revision, gym, trainer, openedAt, isPublished } = item;
  const gymName = localText(locale, gym.name, gym.nameEn);
  const pointedAt = pointedAtBy(item.verdicts);

  return (
    <article aria-labelledby="item-title" className="grid gap-5">
      <Paper className="grid gap-4 p-4 sm:p-6">
        <header className="grid gap-1.5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <span className="rounded-md bg-sunk px-2 py-0.5 font-medium">
              {item.reason ? t(`states.${item.reason}`) : t(`status.${revision.status}`)}
            </span>
            {openedAt && (
              <time dateTime={openedAt.toISOString()} className="text-ink-faint">
                {t("item.waitsSince", { age: format.relativeTime(openedAt, now) })}
              </time>
            )}
            {item.places.open?.rank === graveRank && item.reason && (
              <span className="rounded-md bg-danger-soft px-2 py-0.5 font-medium text-danger-strong">
                {t("item.grave")}
              </span>
            )}
            {isPublished && <span className="text-ink-faint">{t("item.published")}</span>}
          </div>
          <FocusItem revisionId={revision.id}>
            <Link
              href={subjectPath(gym.slug, trainer?.slug)}
              className="decoration-1 underline-offset-4 hover:underline"
            >
              {t("item.title", { gym: gymName })}
            </Link>
          </FocusItem>
          <div className="flex flex-wrap items-center gap-x-2.5 text-sm text-ink-soft">
            <Stars
              value={revision.stars}
              label={t("list.stars", { count: revision.stars })}
              className="h-3.5"
            />
            {author && <bdi className="font-medium text-ink">{author.name}</bdi>}
            {trainer && (
              <span>
                {t.rich("item.trainer", { name: () => <LocalText ko={trainer.name} en={trainer.nameEn} /> })}
              </span>
            )}
            <time dateTime={revision.createdAt.toISOString()} className="text-ink-faint">
              {t("item.writtenAt", {
                date: format.dateTime(revision.createdAt, { dateStyle: "medium", timeStyle: "short" }),
              })}
            </time>
          </div>
          {item.sameCount > 0 && (
            <p>
              <Link
                href={queueHref({ same: revision.id })}
                prefetch={false}
                className="inline-flex min-h-11 items-center text-sm underline underline-offset-4"
              >
                {t("item.same", { count: item.sameCount })}
              </Link>
            </p>
          )}
          <Lookers revisionId={revision.id} isAnnounced />
        </header>
        <div id={itemTextId} className="text-[1.0625rem]">
          <ReviewText body={revision.body} marked={pointedAt ? wordsOf(pointedAt) : []} />
        </div>
        <ItemDecision item={item} query={query} viewerId={viewer.id} rules={rules} now={now} />
        <ItemAssignment item={item} viewerId={viewer.id} />
      </Paper>
      <div className="grid items-start gap-5 md:grid-cols-2">
        {item.deletedReported && <ItemRewritten {...item.deletedReported} now={now} nameOf={nameOf} />}
        <ItemReports reports={item.reports} appeal={item.appeal} now={now} nameOf={nameOf} />
        <ItemVerdicts verdicts={item.verdicts} now={now} nameOf={nameOf} />
        {author && <ItemAuthorBox author={author} authorId={item.authorId} query={query} nameOf={nameOf} />}
        {author && <ItemMeasures item={item} author={author} viewer={viewer} rules={rules} nameOf={nameOf} />}
        <ItemRevisions revisions={item.revisions} />
        <ItemActs acts={item.acts} revisionId={revision.id} query={query} now={now} nameOf={nameOf} />
      </div>
    </article>
  );
}
