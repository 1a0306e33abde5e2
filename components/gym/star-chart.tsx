import { useFormatter, useTranslations } from "next-intl";

/** A bar and a number for each number of stars, and a sentence for screen readers. */
export function StarChart({ starCounts, reviewCount }: { starCounts: number[]; reviewCount: number }) {
  const t = useTranslations("gym.rating");
  const format = useFormatter();
  return (
    <ul aria-label={t("distribution")} className="grid gap-1.5">
      {[5, 4, 3, 2, 1].map((stars) => {
        const count = starCounts[stars - 1] ?? 0;
        const share = reviewCount > 0 ? count / reviewCount : 0;
        return (
          <li key={stars} className="grid grid-cols-[2.25rem_1fr_auto] items-center gap-2 text-[0.8125rem]">
            <span className="sr-only">
              {t("bar", { stars, count, share: format.number(share, { style: "percent" }) })}
            </span>
            <span aria-hidden className="text-ink-soft tabular-nums">
              {t("level", { stars })}
            </span>
            {/* Attributes, not styles: the content security policy blocks style attributes. */}
            <svg aria-hidden width="100%" height="8">
              <rect width="100%" height="8" rx="4" className="fill-sunk" />
              {count > 0 && (
                <rect width={`${Math.max(share * 100, 2)}%`} height="8" rx="4" className="fill-sea" />
              )}
            </svg>
            <span aria-hidden className="min-w-8 text-right text-ink-faint tabular-nums">
              {format.number(count)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
