import { useFormatter, useTranslations } from "next-intl";
import type { readReviewMetrics } from "@/lib/metrics/read-metrics";
import { BarChart } from "./bar-chart";
import type { Bucket } from "./chart-frame";
import { LineChart } from "./line-chart";
import { useDuration } from "./use-duration";

export function ReviewCharts({
  metrics,
  buckets,
}: {
  metrics: Awaited<ReturnType<typeof readReviewMetrics>>;
  buckets: readonly Bucket[];
}) {
  const t = useTranslations("metrics.reviews");
  const format = useFormatter();
  const formatDuration = useDuration();
  const { submitted, approved, rejected, held, failed, decidedWith, waits, queue } = metrics;
  const count = { buckets, formatValue: (value: number) => format.number(value) };
  return (
    <>
      <BarChart
        {...count}
        title={t("submitted.title")}
        lead={t("submitted.lead")}
        series={[{ name: t("submitted.name"), look: "sea", values: submitted }]}
      />
      <BarChart
        {...count}
        title={t("decisions.title")}
        lead={t("decisions.lead")}
        series={[
          { name: t("decisions.approved"), look: "sea", values: approved },
          { name: t("decisions.rejected"), look: "f", values: rejected },
          { name: t("decisions.held"), look: "t", values: held },
          { name: t("decisions.failed"), look: "plain", values: failed },
        ]}
      />
      <BarChart
        {...count}
        title={t("with.title")}
        lead={t("with.lead")}
        series={[
          { name: t("with.MODEL"), look: "sea", values: decidedWith.MODEL },
          { name: t("with.CLASSIFIER"), look: "bare", values: decidedWith.CLASSIFIER },
          { name: t("with.CACHE"), look: "t", values: decidedWith.CACHE },
          { name: t("with.RULE"), look: "plain", values: decidedWith.RULE },
          { name: t("with.MODERATOR"), look: "f", values: decidedWith.MODERATOR },
        ]}
      />
      <LineChart
        isTime
        buckets={buckets}
        formatValue={formatDuration}
        title={t("waits.title")}
        lead={t("waits.lead")}
        series={[
          { name: "p50", look: "sea", values: waits.perBucket.map((at) => at?.p50 ?? null) },
          { name: "p95", look: "t", values: waits.perBucket.map((at) => at?.p95 ?? null) },
          { name: "p99", look: "f", values: waits.perBucket.map((at) => at?.p99 ?? null) },
        ]}
      />
      <LineChart
        {...count}
        title={t("queue.title")}
        lead={t("queue.lead")}
        series={[{ name: t("queue.name"), look: "sea", values: queue }]}
      />
    </>
  );
}
