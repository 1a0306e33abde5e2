"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { textLang } from "@/components/ui/text-lang";

/** A page that was answered: its text, to be read like the letters below it. */
export function ReadPage({ text, label }: { text: string; label: string }) {
  return (
    <section
      aria-label={label}
      lang={textLang(text)}
      dir="auto"
      className="ruled mb-3 min-h-[3lh] bg-origin-content pb-px font-page text-page wrap-anywhere whitespace-pre-wrap"
    >
      {text}
    </section>
  );
}

export function WriteOn({ onWriteOn }: { onWriteOn: () => void }) {
  const t = useTranslations("diary.editor");
  return (
    <Button id="write-on" variant="secondary" onClick={onWriteOn} className="px-3.5 print:hidden">
      <Icon name="pen" className="size-4.5" />
      {t("writeOn")}
    </Button>
  );
}
