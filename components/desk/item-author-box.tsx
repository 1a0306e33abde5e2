import { useFormatter, useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { NoticeBox } from "@/components/ui/notice-box";
import { localText } from "@/lib/gym/local-text";
import type { ItemAuthor } from "@/lib/review/desk/item-author";
import { type QueueQuery, queueHref } from "@/lib/review/desk/queue-query";
import { visibleText } from "@/lib/written-text";
import { ItemSection } from "./item-section";

/** Who wrote it: how their reviews have fared, and the last of them. */
export function ItemAuthorBox({
  author,
  authorId,
  query,
  nameOf,
}: {
  author: ItemAuthor;
  authorId: string;
  query: QueueQuery;
  nameOf: (category: string | null) => string;
}) {
  const t = useTranslations("moderation");
  const format = useFormatter();
  const locale = useLocale();
  const { counts, overturned, noReviewsUntil } = author;
  const date = (at: Date) => format.dateTime(at, { dateStyle: "medium" });
  const facts = [
    t("author.since", { date: date(author.since) }),
    t("author.approved", { count: counts.approved }),
    t("author.rejected", { count: counts.rejected }),
    ...(counts.waiting > 0 ? [t("author.waiting", { count: counts.waiting })] : []),
    ...(overturned > 0 ? [t("author.overturned", { count: overturned })] : []),
  ];
  return (
    <ItemSection id="author-title" title={t("author.title")}>
      <p className="font-medium wrap-anywhere">
        <bdi>{author.name}</bdi>
      </p>
      <ul className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {author.isSuspended && <NoticeBox>{t("author.suspended")}</NoticeBox>}
      {noReviewsUntil && <NoticeBox>{t("author.noReviewsUntil", { date: date(noReviewsUntil) })}</NoticeBox>}
      {counts.waiting > 1 && (
        <p>
          <Link
            href={queueHref({ author: authorId })}
            prefetch={false}
            className="inline-flex min-h-11 items-center text-sm underline underline-offset-4"
          >
            {t("author.showAll")}
          </Link>
        </p>
      )}
      <h4 className="mt-1 text-sm text-ink-faint">{t("author.latest")}</h4>
      {author.latest.length === 0 && <p className="text-sm text-ink-soft">{t("author.noOthers")}</p>}
      <ul className="grid gap-1">
        {author.latest.map((text) => (
          <li
            key={text.revisionId}
            className="relative -mx-2 rounded-control px-2 py-1.5 text-sm hover:bg-sunk"
          >
            <p lang={text.locale} dir="auto" className="line-clamp-2 wrap-anywhere">
              <Link
                href={queueHref({ ...query, item: text.revisionId })}
                prefetch={false}
                className="after:absolute after:inset-0"
              >
                {visibleText(text.body)}
              </Link>
            </p>
            <p className="text-ink-faint">
              {t(`status.${text.status}`)}
              {text.rule && ` · ${nameOf(text.rule)}`} · {localText(locale, text.gym.name, text.gym.nameEn)} ·{" "}
              {date(text.createdAt)}
            </p>
          </li>
        ))}
      </ul>
    </ItemSection>
  );
}
