import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { env } from "@/lib/env";
import { reviewListHref } from "@/lib/review/review-list-query";
import { sentenceKey } from "@/lib/review/summary/sentence-key";
import type { Summary } from "@/lib/review/summary/schema";

/** Each sentence links to the reviews it cites. */
export function SummaryCard({ summary, path }: { summary: Summary; path: string }) {
  const t = useTranslations("gym.summary");
  const format = useFormatter();
  return (
    <section aria-labelledby="summary" className="rounded-sheet bg-sunk px-5 py-6 sm:px-7">
      <h2 id="summary" className="flex items-center gap-2 font-serif text-lg">
        <Icon name="wave" className="size-5 text-ink-faint" />
        {t("title")}
      </h2>
      <ul className="mt-3 grid gap-2.5">
        {summary.sentences.map(({ text, count, of }) => (
          <li key={text} className="leading-[1.7]">
            {text}{" "}
            <Link
              href={reviewListHref(path, { said: sentenceKey(text) })}
              prefetch={false}
              className="block w-fit py-0.5 text-[0.8125rem] text-ink-faint underline decoration-line-strong underline-offset-4 hover:text-ink"
            >
              {t("mentions", { count, of })}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-4 border-t border-line pt-3 text-[0.8125rem] text-ink-faint">
        {t(env().SORA_SAMPLE_MODEL ? "bySample" : "byAi", {
          date: format.dateTime(summary.builtAt, { dateStyle: "long" }),
        })}
      </p>
    </section>
  );
}
