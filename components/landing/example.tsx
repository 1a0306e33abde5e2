import { getTranslations } from "next-intl/server";
import { letterLooks } from "@/components/diary/letter-looks";
import { Paper } from "@/components/ui/paper";

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
        {(
          [
            ["t", letterLooks.T],
            ["f", letterLooks.F],
          ] as const
        ).map(([tone, look]) => (
          <article key={tone} className={`p-6 sm:px-8 sm:py-7 ${look.panel}`}>
            <h3 className="flex items-center gap-3">
              <span aria-hidden className={`leading-none ${look.mark}`}>
                {tone.toUpperCase()}
              </span>
              <span className="grid leading-snug">
                <span className={look.name}>{t(`${tone}.name`)}</span>
                <span className="text-sm text-ink-soft">{t(`${tone}.kind`)}</span>
              </span>
            </h3>
            <p className={`mt-3.5 ${look.text}`}>{t(`${tone}.text`)}</p>
          </article>
        ))}
      </div>
    </div>
  );
}
