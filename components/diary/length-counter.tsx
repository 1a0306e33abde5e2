"use client";

import { useFormatter, useTranslations } from "next-intl";
import { maxEntryChars } from "@/lib/diary/entry-text";
import { countChars } from "@/lib/written-text";

/** Quiet until the end of the page comes near. */
const nearChars = 500;
const almostFullChars = 100;

/** How much is on the page; described to a screen reader as what still fits. */
export function LengthCounter({ id, text }: { id: string; text: string }) {
  const t = useTranslations("diary.editor");
  const format = useFormatter();
  const count = countChars(text);
  const left = maxEntryChars - count;
  const isNear = left <= nearChars;
  const color = left < 0 ? "font-semibold text-danger" : isNear ? "text-ink" : "text-ink-faint";

  return (
    <p className={`tabular-nums ${color}`}>
      <span aria-hidden>
        {isNear ? `${format.number(count)} / ${format.number(maxEntryChars)}` : t("count", { count })}
      </span>
      <span id={id} className="sr-only">
        {left < 0 ? t("over", { count: -left }) : t("left", { count: left })}
      </span>
      <span role="status" className="sr-only">
        {left >= 0 && left <= almostFullChars ? t("nearEnd") : ""}
      </span>
    </p>
  );
}
