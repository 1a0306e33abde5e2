"use client";

import { useTranslations } from "next-intl";
import { NoticeBox } from "./notice-box";
import { ReadFirst } from "./read-first";

/** Where a form could not reach the server (`hasFailed` of `useSentForm`): what was typed is still in it. */
export function NotSent({ answer }: { answer: object }) {
  const t = useTranslations("ui");
  return (
    <ReadFirst answer={answer}>
      <NoticeBox kind="alert">{t("notSent")}</NoticeBox>
    </ReadFirst>
  );
}
