"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { useDesk, useDeskState } from "./desk";

/** Who else has it open now. `isAnnounced`: read out when they come. */
export function Lookers({ revisionId, isAnnounced = false }: { revisionId: string; isAnnounced?: boolean }) {
  const t = useTranslations("moderation.live");
  const { viewerId } = useDesk();
  const { lookers } = useDeskState();
  const names = lookers
    .filter((looker) => looker.revisionId === revisionId && looker.moderatorId !== viewerId)
    .map(({ name }) => name);
  const line = names.length > 0 && (
    <span className="inline-flex items-center gap-1.5 text-sm font-medium text-tone-f">
      <Icon name="eye" className="size-4" />
      {t("looking", { names: names.join(", ") })}
    </span>
  );
  // A live region is there before what it says.
  return isAnnounced ? <p role="status">{line}</p> : line || null;
}
