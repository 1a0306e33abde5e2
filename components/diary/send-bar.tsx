"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import type { Tone } from "@/lib/diary/schema";

/** Which ear to speak into, and off it goes. */
export function SendBar({
  tone,
  onToneChange,
  isPending,
  isWriting,
  isAnswered,
  isHidden,
  onSend,
  problem,
}: {
  tone: Tone;
  onToneChange: (tone: Tone) => void;
  isPending: boolean;
  /** The chosen tone is answering already. */
  isWriting: boolean;
  /** There are replies to read: sending again is possible, and not what the page is for. */
  isAnswered: boolean;
  /** Its place is kept while the bar above the keyboard does its work. */
  isHidden: boolean;
  onSend: () => void;
  problem: ReactNode;
}) {
  const t = useTranslations("diary.send");
  const options = (["T", "F"] as const).map((value) => ({
    value,
    label: t("tone", { tone: value }),
    hint: t("hint", { tone: value }),
    accent: value === "T" ? ("t" as const) : ("f" as const),
  }));

  return (
    <div className={`mt-6 grid gap-3 print:hidden ${isHidden ? "invisible" : ""}`}>
      <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
        <Segmented legend={t("legend")} name="tone" options={options} value={tone} onChange={onToneChange} />
        <Button
          variant={isAnswered ? "secondary" : "primary"}
          size="lg"
          pending={isPending}
          onClick={onSend}
          className="sm:min-h-[3.9rem]"
        >
          {isWriting ? t("writing", { tone }) : t("send")}
        </Button>
      </div>
      {problem}
      <p className="hidden text-sm text-ink-faint pointer-fine:block">{t("shortcut")}</p>
    </div>
  );
}
