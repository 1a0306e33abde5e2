import { useTranslations } from "next-intl";
import type { ItemVerdict as Verdict } from "@/lib/review/desk/item-history";
import { ItemSection } from "./item-section";
import { ItemVerdict } from "./item-verdict";

/** What was decided about this text, by whom or what, and on which words; the latest first, the earlier ones folded. */
export function ItemVerdicts({
  verdicts,
  now,
  nameOf,
}: {
  verdicts: Verdict[];
  now: Date;
  nameOf: (category: string | null) => string;
}) {
  const t = useTranslations("moderation.verdict");
  const [latest, ...earlier] = verdicts;
  return (
    <ItemSection id="verdict-title" title={t("title")}>
      {latest ? (
        <ItemVerdict verdict={latest} now={now} nameOf={nameOf} />
      ) : (
        <p className="text-ink-soft">{t("none")}</p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary className="inline-flex min-h-11 items-center text-sm text-ink-soft underline underline-offset-4">
            {t("earlier", { count: earlier.length })}
          </summary>
          <div className="grid gap-4 pt-1">
            {earlier.map((verdict) => (
              <ItemVerdict key={verdict.id} verdict={verdict} now={now} nameOf={nameOf} />
            ))}
          </div>
        </details>
      )}
    </ItemSection>
  );
}
