import { useFormatter, useTranslations } from "next-intl";
import { Stars } from "@/components/ui/stars";
import { averageStars, type Tally } from "@/lib/gym/tally";
import { oneDecimal } from "./one-decimal";

export function RatingLine({ tally }: { tally: Pick<Tally, "starSum" | "reviewCount"> }) {
  const t = useTranslations("gym.rating");
  const format = useFormatter();
  const average = averageStars(tally);
  if (average === null) return <p className="text-sm text-ink-faint">{t("none")}</p>;

  const rating = format.number(average, oneDecimal);
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
      <Stars value={average} label={t("stars", { rating })} />
      <span aria-hidden className="font-semibold text-ink tabular-nums">
        {rating}
      </span>
      <span>{t("count", { count: tally.reviewCount })}</span>
    </p>
  );
}
