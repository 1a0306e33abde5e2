import { useFormatter, useTranslations } from "next-intl";
import type { readAppealMetrics } from "@/lib/metrics/read-metrics";
import { BarChart } from "./bar-chart";
import type { Bucket } from "./chart-frame";
import { MetricTable } from "./metric-table";

export function AppealCharts({
  metrics: { opened, upheld, overturned, byRule },
  buckets,
  titles,
}: {
  metrics: Awaited<ReturnType<typeof readAppealMetrics>>;
  buckets: readonly Bucket[];
  titles: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("metrics.appeals");
  const format = useFormatter();
  const count = { buckets, formatValue: (value: number) => format.number(value) };
  return (
    <>
      <BarChart
        {...count}
        title={t("opened.title")}
        series={[{ name: t("opened.name"), look: "sea", values: opened }]}
      />
      <BarChart
        {...count}
        title={t("decided.title")}
        series={[
          { name: t("decided.upheld"), look: "sea", values: upheld },
          { name: t("decided.overturned"), look: "f", values: overturned },
        ]}
      />
      <div className="grid min-w-0 grid-cols-1 content-start gap-3">
        <h3 className="font-medium">{t("byRule.title")}</h3>
        {byRule.length === 0 ? (
          <p className="text-sm text-ink-soft">{t("byRule.none")}</p>
        ) : (
          <MetricTable
            caption={t("byRule.title")}
            head={[t("byRule.rule"), t("decided.upheld"), t("decided.overturned"), t("byRule.rate")]}
            rows={byRule.map((row) => ({
              key: row.rule ?? "",
              cells: [
                (row.rule !== null && titles.get(row.rule)) || row.rule || t("byRule.noRule"),
                format.number(row.upheld),
                format.number(row.overturned),
                format.number(row.overturned / (row.upheld + row.overturned), { style: "percent" }),
              ],
            }))}
          />
        )}
      </div>
    </>
  );
}
