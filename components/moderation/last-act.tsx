import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { LastAct as Act } from "@/lib/review/desk/queue-last-act";
import { type QueueQuery, queueHref } from "@/lib/review/desk/queue-query";
import { UndoForm } from "./undo-form";

/** What the moderator did last, to be taken back. It stays until they do something else: nothing has to be caught. */
export function LastAct({ act, query }: { act: Act | null; query: QueueQuery }) {
  const t = useTranslations("moderation");
  const kind = act && t(`kinds.${act.kind}`);
  return (
    <div role="status" aria-atomic className="empty:hidden">
      {act && kind && (
        <div className="flex flex-wrap items-center gap-x-3 rounded-control bg-sunk py-1 pr-1 pl-4 text-sm">
          <Icon name="check" className="size-4 text-ink-soft" />
          <p className="line-clamp-1 min-w-0 flex-1">
            {act.count > 1 ? t("undo.doneMany", { count: act.count, kind }) : t("undo.done", { kind })}{" "}
            <span className="ml-1 text-ink-faint">{act.body}</span>
          </p>
          <UndoForm
            key={act.batchId ?? act.actId}
            of={act.batchId ? { batchId: act.batchId } : { actId: act.actId }}
            here={queueHref({ ...query, item: act.revisionId })}
            what={kind}
            isLast
          />
        </div>
      )}
    </div>
  );
}
