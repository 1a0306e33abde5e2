import { useFormatter, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { NoticeBox } from "@/components/ui/notice-box";
import { quotableWords } from "@/lib/moderation/broken-rule";
import type { QueueItem } from "@/lib/review/desk/item-data";
import { type QueueQuery, queueHref } from "@/lib/review/desk/queue-query";
import { visibleText } from "@/lib/written-text";
import { DecideForm } from "./decide-form";
import { pointedAtBy } from "./pointed-at";
import { Refusal } from "./refusal";
import type { ShownRule } from "./rule-choice";

/** What can be done about the item, or why nothing can. */
export function ItemDecision({
  item,
  query,
  viewerId,
  rules,
  now,
}: {
  item: QueueItem;
  query: QueueQuery;
  viewerId: string;
  rules: ShownRule[];
  now: Date;
}) {
  const t = useTranslations("moderation");
  const format = useFormatter();
  const { revision, revisions, verdicts, acts, appeal } = item;
  if (item.authorId === viewerId) return <NoticeBox>{t("item.own")}</NoticeBox>;
  if (item.isPast) {
    const latest = revisions.at(-1)!;
    return (
      <NoticeBox
        action={
          <LinkButton variant="secondary" href={queueHref({ ...query, item: latest.id })}>
            {t("item.openLatest")}
          </LinkButton>
        }
      >
        {t("item.past")}
      </NoticeBox>
    );
  }
  if (appeal?.outcome === null)
    return (
      <NoticeBox
        action={
          <LinkButton href={`/admin/appeals/${appeal.id}`} data-key="a">
            {t("item.openAppeal")}
          </LinkButton>
        }
      >
        {t("item.appealed")}
      </NoticeBox>
    );

  const standing = verdicts.find(({ undoneAt }) => undoneAt === null);
  const pointedAt = pointedAtBy(verdicts);
  const form = (
    <DecideForm
      key={revision.id}
      revisionId={revision.id}
      seen={item.seen}
      here={queueHref({ ...query, item: "" })}
      text={visibleText(revision.body).slice(0, 120)}
      rules={rules}
      suggested={standing?.rule ?? standing?.alsoBroken[0]?.rule ?? standing?.vetoes[0]?.category ?? null}
      modelWords={pointedAt ? quotableWords(pointedAt) : []}
    />
  );
  const isAutomatic = standing?.decidedBy !== "MODERATOR" && revision.status !== "PENDING";
  const decision = (
    <div className="grid gap-3">
      <Refusal revisionId={revision.id} />
      {form}
    </div>
  );
  if (item.reason !== null || isAutomatic) return decision;

  // Somebody was here: it takes a step more, so that a key meant for something else does not undo their work.
  const act = acts.find(({ undoneAt }) => undoneAt === null);
  return (
    <div className="grid gap-2">
      <Refusal revisionId={revision.id} />
      <NoticeBox>
        {revision.status === "PENDING"
          ? t("item.judging")
          : act
            ? t("item.settledBy", {
                kind: t(`kinds.${act.kind}`),
                name: act.moderatorName ?? t("acts.unknown"),
                age: format.relativeTime(act.createdAt, now),
              })
            : t("item.settled")}
      </NoticeBox>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm text-ink-soft underline underline-offset-4">
          {t("item.again")}
        </summary>
        {form}
      </details>
    </div>
  );
}
