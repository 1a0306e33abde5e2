"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Stars } from "@/components/ui/stars";
import { OneText, TwoTexts } from "@/components/ui/two-texts";
import type { LatestRevision } from "@/lib/review/schema";
import { ReadFirst } from "@/components/form/read-first";

/** Two texts for one review: both are shown, and nothing is sent until one is chosen. */
export function ReviewConflict({
  answer,
  mine,
  theirs,
  here,
  isPending,
  onTakeTheirs,
}: {
  /** What the form was answered with: another one is to be read anew. */
  answer: object;
  mine: { stars: number; body: string };
  theirs: LatestRevision;
  /** The form's own address: opened anew, it holds what was sent last. */
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
