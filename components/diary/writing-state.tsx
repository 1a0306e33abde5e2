"use client";

import { useTranslations } from "next-intl";
import { Spinner } from "@/components/ui/spinner";
import type { Tone } from "@/lib/diary/schema";

const colors = { T: "text-tone-t", F: "text-tone-f" };

/** What is going on while a reply is being written. Read out by the panel's own status line. */
export function WritingState({
  state,
  tone,
}: {
  state: "writing" | "thinking" | "slow" | "lost";
  tone: Tone;
}) {
  const t = useTranslations("diary.reply");
  return (
    <p className="flex items-start gap-2.5 text-sm text-ink-soft">
      <span className={`grid h-[1lh] place-items-center ${colors[tone]}`}>
        <Spinner />
      </span>
      {t(state, { tone })}
    </p>
  );
}
