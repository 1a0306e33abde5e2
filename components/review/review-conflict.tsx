"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { textLang } from "@/components/ui/text-lang";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Icon } from "@/components/ui/icon";
import { Stars } from "@/components/ui/stars";
import type { LatestRevision } from "@/lib/review/schema";

/** Two texts for one review: both are shown, and nothing is sent until one is chosen. */
export function ReviewConflict({
  mine,
  theirs,
  here,
  isPending,
  onTakeTheirs,
}: {
  mine: { stars: number; body: string };
  theirs: LatestRevision;
  /** The form's own address: opened anew, it holds what was sent last. */
  here: string;
  isPending: boolean;
  onTakeTheirs: () => void;
}) {
  const t = useTranslations("review.conflict");
  return (
    <section aria-label={t("title")} className="animate-rise rounded-control border border-danger p-4 sm:p-5">
      <div role="alert">
        <p className="flex items-center gap-2 font-semibold">
          <Icon name="warning" className="size-4.5 text-danger" />
          {t("title")}
        </p>
        <p className="mt-1 text-sm text-ink-soft">{t("lead")}</p>
      </div>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
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
      </div>
    </section>
  );
}

function Version(props: { title: string; stars: number; body: string; children: ReactNode }) {
  const { title, stars, body, children } = props;
  const t = useTranslations("review.stars");
  return (
    <div className="grid min-w-0 grid-rows-[auto_1fr_auto] gap-2">
      <p className="flex flex-wrap items-center gap-x-2.5 text-sm font-medium">
        {title}
        <Stars value={stars} label={t("value", { count: stars })} className="h-3.5" />
      </p>
      <div
        role="group"
        aria-label={title}
        // It scrolls, so the keyboard must get there.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        lang={textLang(body)}
        className="max-h-60 overflow-y-auto rounded-control bg-sunk p-3 text-[0.9375rem] leading-relaxed wrap-anywhere whitespace-pre-line"
      >
        {body}
      </div>
      {children}
    </div>
  );
}
