"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { OneText, TwoTexts } from "@/components/ui/two-texts";
import type { Draft, DraftKeeper } from "./draft-keeper";

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
    <div className="my-4">
      <TwoTexts title={t("title")} lead={t("lead")}>
        {versions.map(({ title, body, label, onChoose }) => (
          <OneText key={label} title={title} body={body} className="max-h-48 font-page whitespace-pre-wrap">
            <Button variant="secondary" onClick={onChoose}>
              {label}
            </Button>
          </OneText>
        ))}
      </TwoTexts>
    </div>
  );
}
