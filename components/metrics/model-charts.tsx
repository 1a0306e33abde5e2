import { useFormatter, useTranslations } from "next-intl";
import type { readCallMetrics } from "@/lib/metrics/read-metrics";
import { BarChart } from "./bar-chart";
import type { Bucket } from "./chart-frame";

/** What the model was asked for reviews and summaries. Replies of the diary count elsewhere. */
export function ModelCharts({
  metrics: { judging, summaries, failed, inputTokens, outputTokens },
  buckets,
}: {
  metrics: Awaited<ReturnType<typeof readCallMetrics>>;
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
          { name: t("calls.summaries"), look: "t", values: summaries },
        ]}
      />
      <BarChart
        {...count}
        title={t("tokens.title")}
        formatValue={(value) => format.number(value, { notation: "compact", maximumSignificantDigits: 3 })}
        series={[
          { name: t("tokens.input"), look: "sea", values: inputTokens },
          { name: t("tokens.output"), look: "f", values: outputTokens },
        ]}
      />
      <BarChart
        {...count}
        title={t("failed.title")}
        series={[{ name: t("failed.name"), look: "f", values: failed }]}
      />
    </>
  );
}
