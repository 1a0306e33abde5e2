"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { useDesk, useDeskState } from "./desk-context";

/** Who else has it open now, and who has taken it. `isAnnounced`: read out when that changes. */
export function Lookers({ revisionId, isAnnounced = false }: { revisionId: string; isAnnounced?: boolean }) {
  const t = useTranslations("moderation.live");
  const { viewerId } = useDesk();
  const { lookers } = useDeskState();
  const here = lookers.filter((looker) => looker.revisionId === revisionId);
  const others = here.filter(({ moderatorId }) => moderatorId !== viewerId);
  const namesOf = (some: typeof others) => some.map(({ name }) => name).join(", ");
  const looking = namesOf(others.filter(({ hasOpen }) => hasOpen));
  const taken = namesOf(others.filter(({ hasTaken }) => hasTaken));
  const isMine = here.some(({ moderatorId, hasTaken }) => hasTaken && moderatorId === viewerId);
  const line = (looking || taken || isMine) && (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1 text-sm font-medium text-tone-f">
      {looking && (
        <span className="inline-flex items-center gap-1.5">
          <Icon name="eye" className="size-4" />
          {t("looking", { names: looking })}
        </span>
      )}
      {(taken || isMine) && (
        <span className="inline-flex items-center gap-1.5">
          <Icon name="person" className="size-4" />
          {isMine ? t("mine") : t("taken", { names: taken })}
        </span>
      )}
    </span>
  );
  // A live region is there before what it says.
  return isAnnounced ? <p role="status">{line}</p> : line || null;
}
