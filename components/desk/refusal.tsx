"use client";

import { useTranslations } from "next-intl";
import { NoticeBox } from "@/components/ui/notice-box";
import { useDesk } from "./desk-context";
import { refusalWords } from "./refusal-words";

/** Why a decision about the open item was not taken: it came back for that. */
export function Refusal({ revisionId }: { revisionId: string }) {
  const t = useTranslations("moderation");
  const { refusals } = useDesk();
  const refusal = refusals.get(revisionId);
  return refusal ? <NoticeBox kind="alert">{refusalWords(t, refusal)}</NoticeBox> : null;
}
