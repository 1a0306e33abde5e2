import { useFormatter, useTranslations } from "next-intl";
import { Paper } from "@/components/ui/paper";
import { Stars } from "@/components/ui/stars";
import { averageStars, type Tally } from "@/lib/gym/tally";
import { oneDecimal } from "./one-decimal";
import { StarChart } from "./star-chart";

export function RatingPanel({ tally }: { tally: Tally }) {
  const t = useTranslations("gym.rating");
  const format = useFormatter();
  const average = averageStars(tally);
  if (average === null) return <Paper className="p-6 text-ink-soft">{t("beFirst")}</Paper>;

  const rating = format.number(average, oneDecimal);
  return (
    <Paper className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-4 p-5 sm:gap-x-8 sm:p-6">
      <div className="grid justify-items-center gap-1.5">
        <p aria-hidden className="font-serif text-[2.75rem] leading-none tabular-nums">
          {rating}
        </p>
        <Stars value={average} label={t("stars", { rating })} className="h-3.5" />
        <p className="text-[0.8125rem] text-ink-soft">{t("count", { count: tally.reviewCount })}</p>
      </div>
      <StarChart starCounts={tally.starCounts} reviewCount={tally.reviewCount} />
    </Paper>
  );
}
