import { useFormatter, useTranslations } from "next-intl";
import { textLang } from "@/components/ui/text-lang";
import type { ItemAct } from "@/lib/review/desk/item-history";
import { type QueueQuery, queueHref } from "@/lib/review/desk/queue-query";
import { ItemSection } from "./item-section";
import { UndoForm } from "./undo-form";

/** What moderators did to it. The last one that stands can be taken back, by anyone, however long ago it was. */
export function ItemActs({
  acts,
  revisionId,
  query,
  now,
  nameOf,
}: {
  acts: ItemAct[];
  revisionId: string;
  query: QueueQuery;
  now: Date;
  nameOf: (category: string | null) => string;
}) {
  const t = useTranslations("moderation");
  const format = useFormatter();
  if (acts.length === 0) return null;
  const last = acts.find(({ undoneAt }) => undoneAt === null);
  return (
    <ItemSection id="acts-title" title={t("acts.title")}>
      <ul className="grid gap-2">
        {acts.map((act) => {
          const kind = t(`kinds.${act.kind}`);
          return (
            <li key={act.id} className="text-[0.9375rem]">
              <p className={act.undoneAt ? "text-ink-faint" : ""}>
                {t("acts.by", { name: act.moderatorName ?? t("acts.unknown"), kind })}
                {act.rule && ` · ${nameOf(act.rule)}`}
                <span className="text-sm text-ink-faint"> · {format.relativeTime(act.createdAt, now)}</span>
                {act.undoneAt && (
                  <span className="text-sm">
                    {" · "}
                    {act.undoneByName ? t("undo.undone", { name: act.undoneByName }) : t("undo.undoneAt")}
                  </span>
                )}
              </p>
              {act.note && (
                <p
                  lang={textLang(act.note)}
                  dir="auto"
                  className="text-sm whitespace-pre-line text-ink-soft wrap-anywhere"
                >
                  {act.note}
                </p>
              )}
              {act === last && (
                <UndoForm
                  of={{ actId: act.id }}
                  here={queueHref({ ...query, item: revisionId })}
                  what={kind}
                />
              )}
            </li>
          );
        })}
      </ul>
    </ItemSection>
  );
}
