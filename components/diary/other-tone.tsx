"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Tone } from "@/lib/diary/schema";

const looks = { T: "border-tone-t-line text-tone-t", F: "border-tone-f-line text-tone-f" };

/** The place beside a reply where the other tone's would be. */
export function OtherTone({ tone, onAsk, isSending }: { tone: Tone; onAsk: () => void; isSending: boolean }) {
  const t = useTranslations("diary.reply");
  return (
    <div
      className={`grid min-h-32 place-content-center justify-items-center gap-1 rounded-sheet border border-dashed px-5 pt-6 pb-3 text-center max-sm:order-last ${looks[tone]}`}
    >
      <p className="text-sm text-ink-soft">{t("other.lead", { tone })}</p>
      <Button
        variant="quiet"
        onClick={onAsk}
        pending={isSending}
        className={`border-transparent ${looks[tone]}`}
      >
        {t("other.ask", { tone })}
      </Button>
    </div>
  );
}
