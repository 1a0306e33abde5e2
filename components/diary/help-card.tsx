"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { helpLines, suggestsSelfHarm } from "@/lib/diary/help-lines";

/** Someone to call, at once, for a writer whose words worry. Once there, it stays: it must not come and go as they write. */
export function HelpCard({ text }: { text: string }) {
  const t = useTranslations("diary.help");
  const [isShown, setIsShown] = useState(false);
  if (!isShown && suggestsSelfHarm(text)) setIsShown(true);

  return (
    // Always there, for its coming to be read out.
    <div role="status" aria-label={t("label")}>
      {isShown && (
        <section className="mt-5 animate-rise rounded-sheet border border-line-strong bg-sheet p-5 sm:p-6">
          <h2 className="font-serif text-lg">{t("title")}</h2>
          <p className="mt-1.5 text-[0.9375rem] text-ink-soft">{t("lead")}</p>
          <ul className="mt-4 grid gap-2 sm:grid-cols-3">
            {helpLines.map(({ number, name }) => (
              <li key={number}>
                <a
                  href={`tel:${number}`}
                  className="grid min-h-18 content-center rounded-control bg-sunk px-4 py-3 transition-colors hover:bg-paper"
                >
                  <span className="text-xl font-semibold tabular-nums">{number}</span>
                  <span className="text-sm text-ink-soft">{t(`lines.${name}`)}</span>
                </a>
              </li>
            ))}
          </ul>
          <p className="mt-3 text-sm text-ink-soft">
            {t.rich("emergency", {
              call: (words) => (
                <a href="tel:119" className="font-semibold text-ink underline underline-offset-4">
                  {words}
                </a>
              ),
            })}
          </p>
        </section>
      )}
    </div>
  );
}
