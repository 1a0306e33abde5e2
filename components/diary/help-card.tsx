"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { helpLines, suggestsSelfHarm } from "@/lib/diary/help-lines";
import { HelpLine } from "./help-line";
import { LocalHelp } from "./local-help";

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
          <LocalHelp />
          <ul className="mt-4 grid gap-2 sm:grid-cols-3">
            {helpLines.map(({ number, name }) => (
              <HelpLine key={number} number={number} name={t(`lines.${name}`)} />
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
