"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Stars } from "@/components/ui/stars";
import { OneText, TwoTexts } from "@/components/ui/two-texts";
import type { LatestRevision } from "@/lib/review/schema";
import { ReadFirst } from "@/components/form/read-first";

/** Shows both texts. Nothing is sent until one is chosen. */
export function ReviewConflict({
  answer,
  mine,
  theirs,
  here,
  isPending,
  onTakeTheirs,
}: {
  /** The action's answer. A new one must be read again. */
  answer: object;
  mine: { stars: number; body: string };
  theirs: LatestRevision;
  /** The form's URL. Reloaded, the form has the latest revision. */
  here: string;
  isPending: boolean;
  onTakeTheirs: () => void;
}) {
  const t = useTranslations("review.conflict");
  return (
    <ReadFirst answer={answer}>
      <TwoTexts title={t("title")} lead={t("lead")}>
        <Version title={t("mine")} {...mine}>
          <Button type="submit" name="base" value={theirs.revisionId} variant="secondary" pending={isPending}>
            {t("keepMine")}
          </Button>
        </Version>
        <Version title={t("theirs")} stars={theirs.stars} body={theirs.body}>
          <a
            href={here}
            className={buttonStyles({ variant: "secondary" })}
            onClick={(event) => {
              event.preventDefault();
              onTakeTheirs();
            }}
          >
            {t("takeTheirs")}
          </a>
        </Version>
      </TwoTexts>
    </ReadFirst>
  );
}

function Version({ stars, ...text }: { title: string; stars: number; body: string; children: ReactNode }) {
  const t = useTranslations("review.stars");
  return (
    <OneText
      {...text}
      beside={<Stars value={stars} label={t("value", { count: stars })} className="h-3.5" />}
      className="max-h-60 whitespace-pre-line"
    />
  );
}
