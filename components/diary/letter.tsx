"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Reply, Tone } from "@/lib/diary/schema";
import { letterLooks } from "./letter-looks";

/** How a letter begins: its date, and a word before the first one. */
export function LetterHead({ reply: { tone, createdAt }, hasText }: { reply: Reply; hasText: boolean }) {
  const t = useTranslations("diary.reply");
  const format = useFormatter();
  const at = format.dateTime(new Date(createdAt), {
    month: "long",
    day: "numeric",
    weekday: "long",
    hour: "numeric",
    minute: "2-digit",
  });
  return (
    <div className="grid gap-3">
      <time dateTime={createdAt} className="text-sm text-ink-soft tabular-nums">
        {at}
      </time>
      {hasText && <p className={letterLooks[tone].greeting}>{t("greeting", { tone })}</p>}
    </div>
  );
}

/** How it ends. `isNew`: it was written before the reader's eyes, and so is its signature. */
export function Signature({ tone, isNew }: { tone: Tone; isNew: boolean }) {
  const t = useTranslations("diary.reply");
  const { signature, signing } = letterLooks[tone];
  return <p className={`${signature} ${isNew ? signing : ""}`}>{t("signature", { tone })}</p>;
}
