import { useFormatter, useTranslations } from "next-intl";
import type { readFailureMetrics } from "@/lib/metrics/read-metrics";
import { MetricTable } from "./metric-table";

export function FailureTable({
  byCause,
}: {
  byCause: Awaited<ReturnType<typeof readFailureMetrics>>["byCause"];
}) {
  const t = useTranslations("metrics.model.failed");
  const cause = useTranslations("admin.outages.causes");
  const format = useFormatter();
  return (
    <div className="grid min-w-0 grid-cols-1 content-start gap-3">
      <h3 className="font-medium">{t("byCause")}</h3>
      {byCause.length === 0 ? (
        <p className="text-sm text-ink-soft">{t("none")}</p>
      ) : (
        <MetricTable
          caption={t("byCause")}
          head={[t("cause"), t("replies"), t("judging"), t("summaries"), t("vetoes")]}
          rows={byCause.map((row) => ({
            key: row.cause,
            cells: [
              cause(row.cause),
              format.number(row.REPLY),
              format.number(row.MODERATION),
              format.number(row.SUMMARY),
              format.number(row.VETO),
            ],
          }))}
        />
      )}
    </div>
  );
}
