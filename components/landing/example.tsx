import { getTranslations } from "next-intl/server";
import { Paper } from "@/components/ui/paper";

const looks = {
  t: { sheet: "bg-tone-t-soft", letter: "text-tone-t" },
  f: { sheet: "bg-tone-f-soft", letter: "text-tone-f" },
};

/** One day and its two answers, as they look in the diary. */
export async function Example() {
  const t = await getTranslations("landing.example");

  return (
    <div className="grid gap-4 sm:gap-5 lg:grid-cols-2">
      <Paper className="flex flex-col p-6 sm:p-9">
        <p className="mb-3 text-sm text-ink-faint">{t("date")}</p>
        <p className="ruled flex-1 font-serif text-page text-wrap">{t("entry")}</p>
      </Paper>
      <div className="grid gap-4 sm:gap-5">
        {(["t", "f"] as const).map((tone) => (
          <article key={tone} className={`rounded-sheet p-6 sm:px-8 sm:py-7 ${looks[tone].sheet}`}>
            <h3 className="flex items-center gap-3">
              <span aria-hidden className={`font-serif text-4xl leading-none ${looks[tone].letter}`}>
                {tone.toUpperCase()}
              </span>
              <span className="grid leading-snug">
                <span className={`font-semibold ${looks[tone].letter}`}>{t(`${tone}.name`)}</span>
                <span className="text-sm text-ink-soft">{t(`${tone}.kind`)}</span>
              </span>
            </h3>
            <p className="mt-3.5 leading-[1.8]">{t(`${tone}.text`)}</p>
          </article>
        ))}
      </div>
    </div>
  );
}
