import { getFormatter, getTranslations } from "next-intl/server";
import type { Neighbours } from "@/lib/diary/schema";
import { DayDistance } from "./day-distance";
import { DayNavigation } from "./day-navigation";
import { calendarDay } from "./days";
import { Moon } from "./moon";

/** Which day this is, under its moon, and the ways to the written days before and after it. */
export async function DayHeading({
  date,
  today,
  neighbours,
}: {
  date: string;
  today: string;
  neighbours: Neighbours;
}) {
  const [t, format] = await Promise.all([getTranslations("diary.day"), getFormatter()]);
  const [at, options] = calendarDay(date);
  const way = (direction: "before" | "after", day: string | null) => {
    if (!day) return null;
    const [then] = calendarDay(day);
    const year = day.slice(0, 4) === date.slice(0, 4) ? {} : ({ year: "numeric" } as const);
    const name = format.dateTime(then, { ...options, ...year, month: "long", day: "numeric" });
    return { href: day === today ? "/diary" : `/diary/${day}`, label: t(direction, { day: name }) };
  };
  // Today's page is there to be written, whether it has words yet or not.
  const after = date < today && (!neighbours.after || neighbours.after > today) ? today : neighbours.after;

  return (
    <div className="flex items-center gap-4">
      <Moon date={date} className="size-11 sm:size-13" />
      <div className="min-w-0 flex-1">
        <DayDistance date={date} today={today} year={format.dateTime(at, { ...options, year: "numeric" })} />
        <h1 className="font-serif text-title">
          {format.dateTime(at, { ...options, month: "long", day: "numeric", weekday: "long" })}
        </h1>
      </div>
      <DayNavigation
        label={t("navigation")}
        before={way("before", neighbours.before)}
        after={way("after", after)}
      />
    </div>
  );
}
