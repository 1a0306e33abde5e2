import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";

/** To any day by its date, written or not. Works without script. */
export async function DayJump({ today }: { today: string }) {
  const t = await getTranslations("diary.past");
  return (
    <form action="/diary/past" className="mt-4 flex items-end gap-1 px-2">
      <label className="grid min-w-0 flex-1 gap-1 text-sm text-ink-soft">
        {t("date")}
        <input
          type="date"
          name="date"
          required
          min="1900-01-01"
          max={today}
          className="min-h-11 w-full min-w-0 rounded-control border border-line-strong bg-sheet px-3 text-[0.9375rem] text-ink"
        />
      </label>
      <Button type="submit" variant="quiet">
        {t("open")}
      </Button>
    </form>
  );
}
