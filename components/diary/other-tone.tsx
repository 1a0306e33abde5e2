"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Tone } from "@/lib/diary/schema";

const looks = { T: "border-tone-t-line text-tone-t", F: "border-tone-f-line text-tone-f" };

/** Below a reply that stands alone: the other tone can be asked too. */
export function OtherTone({ tone, onAsk, isSending }: { tone: Tone; onAsk: () => void; isSending: boolean }) {
  const t = useTranslations("diary.reply");
  return (
    <div
      className={`order-last flex flex-wrap items-center justify-between gap-x-4 rounded-sheet border border-dashed py-2 pr-2 pl-5 sm:pl-6 print:hidden ${looks[tone]}`}
    >
      <p className="text-sm text-ink-soft">{t("other.lead", { tone })}</p>
      <Button
        variant="quiet"
        onClick={onAsk}
        pending={isSending}
        className={`ml-auto border-transparent ${looks[tone]}`}
      >
        {t("other.ask", { tone })}
      </Button>
    </div>
  );
}
