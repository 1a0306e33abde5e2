import { useFormatter, useLocale, useTranslations } from "next-intl";
import Link from "next/link";
import { Stars } from "@/components/ui/stars";
import { localText } from "@/lib/gym/local-text";
import { graveRank } from "@/lib/review/revision/item-rank";
import type { QueueRow } from "@/lib/review/desk/queue-list";
import { visibleText } from "@/lib/written-text";

/** What a row of the queue says: how it stands, how the text begins, what it is about and by whom. */
export function QueueRowText({
  row,
  href,
  now,
  nameOf,
}: {
  row: QueueRow;
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
        {row.reason && row.place.rank === graveRank && (
          <span className="rounded-md bg-danger-soft px-1.5 font-medium text-danger-strong">
            {t("item.grave")}
          </span>
        )}
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
          {visibleText(row.body)}
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
