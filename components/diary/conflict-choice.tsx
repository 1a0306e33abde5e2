"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useToast } from "@/components/ui/toast";
import type { Draft, DraftKeeper } from "./draft-keeper";
import { textLang } from "@/components/ui/text-lang";

/** Two texts for one day: both are shown, nothing is written until one is chosen, and the choice can be taken back. */
export function ConflictChoice({
  keeper,
  draft,
  onChosen,
}: {
  keeper: DraftKeeper;
  draft: Draft;
  onChosen: () => void;
}) {
  const t = useTranslations("diary.conflict");
  const format = useFormatter();
  const showToast = useToast();
  const { text: mine, theirs } = draft;
  if (!theirs) return null;

  function keepMine() {
    void keeper.keepMine();
    onChosen();
  }
  function takeTheirs() {
    keeper.takeTheirs();
    onChosen();
    showToast(t("usedTheirs"), { label: t("undo"), onAction: () => keeper.rewrite(mine) });
  }

  const at = format.dateTime(new Date(theirs.updatedAt), {
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  });
  const versions = [
    { title: t("mine"), body: mine, label: t("keepMine"), onChoose: keepMine },
    { title: t("theirs", { at }), body: theirs.body, label: t("useTheirs"), onChoose: takeTheirs },
  ];
  return (
    <section
      aria-label={t("title")}
      className="my-4 animate-rise rounded-control border border-danger p-4 sm:p-5"
    >
      <div role="alert">
        <p className="flex items-center gap-2 font-semibold">
          <Icon name="warning" className="size-4.5 text-danger" />
          {t("title")}
        </p>
        <p className="mt-1 text-sm text-ink-soft">{t("lead")}</p>
      </div>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        {versions.map(({ title, body, label, onChoose }) => (
          <div key={label} className="grid min-w-0 grid-rows-[auto_1fr_auto] gap-2">
            <p className="text-sm font-medium">{title}</p>
            <div
              role="group"
              aria-label={title}
              // It scrolls, so the keyboard must get there.
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
              lang={textLang(body)}
              className="max-h-48 overflow-y-auto rounded-control bg-sunk p-3 font-serif text-[0.9375rem] leading-relaxed whitespace-pre-wrap"
            >
              {body}
            </div>
            <Button variant="secondary" onClick={onChoose}>
              {label}
            </Button>
          </div>
        ))}
      </div>
    </section>
  );
}
