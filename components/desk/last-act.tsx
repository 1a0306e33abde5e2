"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { LastAct as Act } from "@/lib/review/desk/queue-last-act";
import { parseQueueHref, queueHref } from "@/lib/review/desk/queue-query";
import { useDecisions, useDesk } from "./desk-context";
import { UndoForm } from "./undo-form";

/**
 * The moderator's last decision, with undo, also before its answer. It stays until the next decision, and its space is
 * reserved when there is none, so that nothing moves.
 */
export function LastAct({ act: known }: { act: Act | null }) {
  const t = useTranslations("moderation");
  const { here } = useDesk();
  const { waiting, done } = useDecisions();
  const taken = waiting.at(-1) ?? done.at(-1)?.decision;
  const act = taken ? { ...taken, body: taken.text, count: 1, batchId: null } : known;
  const kind = act && t(`kinds.${act.kind}`);
  return (
    <div role="status" aria-atomic className="min-h-13">
      {act && kind ? (
        <div className="flex flex-wrap items-center gap-x-3 rounded-control bg-sunk py-1 pr-1 pl-4 text-sm">
          <Icon name="check" className="size-4 text-ink-soft" />
          <p className="line-clamp-1 min-w-0 flex-1">
            {act.count > 1 ? t("undo.doneMany", { count: act.count, kind }) : t("undo.done", { kind })}{" "}
            <span className="ml-1 text-ink-faint">{act.body}</span>
          </p>
          <UndoForm
            key={act.batchId ?? act.actId}
            of={act.batchId ? { batchId: act.batchId } : { actId: act.actId }}
            here={queueHref({ ...parseQueueHref(here), item: act.revisionId })}
            what={kind}
            isLast
          />
        </div>
      ) : (
        <p className="px-4 py-4 text-sm text-ink-faint">{t("undo.nothingYet")}</p>
      )}
    </div>
  );
}
