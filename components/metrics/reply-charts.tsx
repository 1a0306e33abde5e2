import { useFormatter, useTranslations } from "next-intl";
import type { readReplyMetrics } from "@/lib/metrics/read-metrics";
import { BarChart } from "./bar-chart";
import type { Bucket } from "./chart-frame";
import { LineChart } from "./line-chart";
import { ThumbsChart } from "./thumbs-chart";
import { useDuration } from "./use-duration";

export function ReplyCharts({
  metrics,
  buckets,
}: {
  metrics: Awaited<ReturnType<typeof readReplyMetrics>>;
  buckets: readonly Bucket[];
}) {
  const t = useTranslations("metrics.replies");
  const format = useFormatter();
  const formatDuration = useDuration();
  const { T, F } = metrics;
  const seconds = (values: readonly (number | null)[]) =>
    values.map((value) => (value === null ? null : value / 1000));
  return (
    <>
      <BarChart
        buckets={buckets}
        formatValue={(value) => format.number(value)}
        title={t("count.title")}
        series={[
          { name: t("tone", { tone: "T" }), look: "t", values: T.replies },
          { name: t("tone", { tone: "F" }), look: "f", values: F.replies },
        ]}
      />
      <LineChart
        isTime
        buckets={buckets}
        formatValue={formatDuration}
        title={t("firstText.title")}
        lead={t("firstText.lead")}
        series={[
          { name: "T p50", look: "t", values: seconds(T.firstText.p50) },
          { name: "T p95", look: "sea", values: seconds(T.firstText.p95) },
          { name: "F p50", look: "f", values: seconds(F.firstText.p50) },
          { name: "F p95", look: "plain", values: seconds(F.firstText.p95) },
        ]}
      />
      <ThumbsChart metrics={metrics} buckets={buckets} />
    </>
  );
}
