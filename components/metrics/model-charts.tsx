import { useFormatter, useTranslations } from "next-intl";
import type { readCallMetrics, readFailureMetrics } from "@/lib/metrics/read-metrics";
import { BarChart } from "./bar-chart";
import type { Bucket } from "./chart-frame";
import { FailureTable } from "./failure-table";

export function ModelCharts({
  metrics: { judging, runs, summaries, inputTokens, cachedInputTokens, outputTokens },
  failures,
  buckets,
}: {
  metrics: Awaited<ReturnType<typeof readCallMetrics>>;
  failures: Awaited<ReturnType<typeof readFailureMetrics>>;
  buckets: readonly Bucket[];
}) {
  const t = useTranslations("metrics.model");
  const format = useFormatter();
  const count = { buckets, formatValue: (value: number) => format.number(value) };
  return (
    <>
      <BarChart
        {...count}
        title={t("calls.title")}
        series={[
          { name: t("calls.judging"), look: "sea", values: judging },
          { name: t("calls.runs"), look: "f", values: runs },
          { name: t("calls.summaries"), look: "t", values: summaries },
        ]}
      />
      <BarChart
        {...count}
        title={t("tokens.title")}
        formatValue={(value) => format.number(value, { notation: "compact", maximumSignificantDigits: 3 })}
        series={[
          {
            name: t("tokens.input"),
            look: "sea",
            values: inputTokens.map((all, index) => Math.max(0, all - (cachedInputTokens[index] ?? 0))),
          },
          { name: t("tokens.cachedInput"), look: "t", values: cachedInputTokens },
          { name: t("tokens.output"), look: "f", values: outputTokens },
        ]}
      />
      <BarChart
        {...count}
        title={t("failed.title")}
        series={[
          { name: t("failed.judging"), look: "sea", values: failures.MODERATION },
          { name: t("failed.summaries"), look: "t", values: failures.SUMMARY },
          { name: t("failed.replies"), look: "f", values: failures.REPLY },
          { name: t("failed.vetoes"), look: "plain", values: failures.VETO },
        ]}
      />
      <FailureTable byCause={failures.byCause} />
    </>
  );
}
