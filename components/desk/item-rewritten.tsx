import { useFormatter, useTranslations } from "next-intl";
import type { DeletedReported } from "@/lib/review/desk/item-history";
import { ItemSection } from "./item-section";

/** Why it waits though nobody has reported it: its author deleted the one that was. */
export function ItemRewritten({
  reasons,
  deletedAt,
  now,
  nameOf,
}: DeletedReported & { now: Date; nameOf: (category: string | null) => string }) {
  const t = useTranslations("moderation.rewritten");
  const format = useFormatter();
  return (
    <ItemSection id="rewritten-title" title={t("title")}>
      <p className="text-[0.9375rem] leading-relaxed">
        {t("text", { age: format.relativeTime(deletedAt, now) })}
      </p>
      {reasons.length > 0 && (
        <p className="text-sm text-ink-faint">{t("reasons", { reasons: reasons.map(nameOf).join(", ") })}</p>
      )}
    </ItemSection>
  );
}
