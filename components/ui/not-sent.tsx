"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ReloadButton } from "@/components/update/reload-button";
import { useOtherBuild } from "@/components/update/server-build";
import { NoticeBox } from "./notice-box";
import { ReadFirst } from "./read-first";

/**
 * Where a form could not be sent (`hasFailed` of `useSentForm`): what was typed is still in it. A server of another build
 * may not know the form any more: the page is loaded again, and its words with it. `children`: a form's own sentence.
 */
export function NotSent({ answer, children }: { answer: object; children?: ReactNode }) {
  const t = useTranslations("ui");
  const isOutdated = useOtherBuild() !== null;
  return (
    <ReadFirst answer={answer}>
      <NoticeBox kind="alert" action={isOutdated && <ReloadButton />}>
        {isOutdated ? t("update.notSent") : (children ?? t("notSent"))}
      </NoticeBox>
    </ReadFirst>
  );
}
