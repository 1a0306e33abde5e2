import { getFormatter, getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { calendarDay, dayAfter } from "./days";
import { Moon } from "./moon";

/** Which day this is, under its moon, and the ways to its neighbours. */
export async function DayHeading({ date, today }: { date: string; today: string }) {
  const [t, format] = await Promise.all([getTranslations("diary.day"), getFormatter()]);
  const name = (day: string) => {
    const [at, options] = calendarDay(day);
    return format.dateTime(at, { ...options, month: "long", day: "numeric" });
  };
  const [at, options] = calendarDay(date);
  const [before, after] = [dayAfter(date, -1), dayAfter(date)];
  const distance = date === today ? "today" : date === dayAfter(today, -1) ? "yesterday" : "past";

  return (
    <div className="flex items-center gap-4">
      <Moon date={date} className="size-11 sm:size-13" />
      <div className="min-w-0 flex-1">
        <p className="text-sm text-ink-soft">
          {t(distance, { year: format.dateTime(at, { ...options, year: "numeric" }) })}
        </p>
        <h1 className="font-serif text-title">
          {format.dateTime(at, { ...options, month: "long", day: "numeric", weekday: "long" })}
        </h1>
      </div>
      <nav aria-label={t("navigation")} className="-mr-2 flex">
        <LinkButton
          href={`/diary/${before}`}
          variant="quiet"
          size="icon"
          aria-label={t("before", { day: name(before) })}
        >
          <Icon name="chevronLeft" />
        </LinkButton>
        {after <= today && (
          <LinkButton
            href={after === today ? "/diary" : `/diary/${after}`}
            variant="quiet"
            size="icon"
            aria-label={t("after", { day: name(after) })}
          >
            <Icon name="chevronRight" />
          </LinkButton>
        )}
      </nav>
    </div>
  );
}
