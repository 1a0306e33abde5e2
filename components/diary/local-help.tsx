"use client";

import { useTranslations } from "next-intl";
import { type LocalHelp, localHelp } from "@/lib/diary/local-help-lines";
import { useDeviceTimeZone } from "@/components/ui/use-device-time-zone";
import { HelpLine } from "./help-line";

/** For someone outside Korea, whose phone may not reach the Korean lines: those of where they are, before the Korean ones. */
export function LocalHelp() {
  const timeZone = useDeviceTimeZone();
  const help = timeZone === null ? null : localHelp(timeZone);
  return help && <Lines help={help} />;
}

function Lines({ help: { lines, emergency } }: { help: LocalHelp }) {
  const t = useTranslations("diary.help.abroad");
  return (
    <div className="mt-4 grid gap-2">
      <p className="text-sm font-medium">{t("title")}</p>
      {lines.length > 0 && (
        <ul className="grid gap-2 sm:grid-cols-3">
          {lines.map(({ number, name }) => (
            <HelpLine key={number} number={number} name={name} />
          ))}
        </ul>
      )}
      <p className="text-sm text-ink-soft">
        {emergency !== null &&
          t.rich("emergency", {
            call: () => (
              <a href={`tel:${emergency}`} className="font-semibold text-ink underline underline-offset-4">
                {emergency}
              </a>
            ),
          })}{" "}
        {t.rich("more", {
          site: (words) => (
            <a
              href="https://findahelpline.com"
              target="_blank"
              rel="noreferrer"
              className="font-semibold text-ink underline underline-offset-4"
            >
              {words}
            </a>
          ),
        })}
      </p>
      <p className="mt-2 text-sm font-medium">{t("korea")}</p>
    </div>
  );
}
