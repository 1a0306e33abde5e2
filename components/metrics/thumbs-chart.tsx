import { useFormatter, useTranslations } from "next-intl";
import type { readReplyMetrics } from "@/lib/metrics/read-metrics";
import { BarChart } from "./bar-chart";
import type { Bucket } from "./chart-frame";

export function ThumbsChart({
  metrics: { T, F },
  buckets,
}: {
  metrics: Awaited<ReturnType<typeof readReplyMetrics>>;
  buckets: readonly Bucket[];
}) {
  const t = useTranslations("metrics.replies");
  const format = useFormatter();
  return (
    <BarChart
      buckets={buckets}
      formatValue={(value) => format.number(value)}
      title={t("thumbs.title")}
      lead={t("thumbs.lead")}
      series={[
        { name: t("thumbs.up", { tone: "T" }), look: "t", values: T.up },
        { name: t("thumbs.down", { tone: "T" }), look: "sea", values: T.down },
        { name: t("thumbs.up", { tone: "F" }), look: "f", values: F.up },
        { name: t("thumbs.down", { tone: "F" }), look: "plain", values: F.down },
      ]}
    />
  );
}
