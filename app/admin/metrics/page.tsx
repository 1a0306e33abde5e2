import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import Link from "next/link";
import { JudgeNote } from "@/components/admin/judge-note";
import { AppealCharts } from "@/components/metrics/appeal-charts";
import { bucketsOf } from "@/components/metrics/buckets-of";
import { MetricOverview } from "@/components/metrics/metric-overview";
import { MetricSection } from "@/components/metrics/metric-section";
import { ModelCharts } from "@/components/metrics/model-charts";
import { ReplyCharts } from "@/components/metrics/reply-charts";
import { ReviewCharts } from "@/components/metrics/review-charts";
import { AgreementTable } from "@/components/sample/agreement-table";
import { CalibrationSection } from "@/components/sample/calibration-section";
import { ThresholdSection } from "@/components/sample/threshold-section";
import { ChipLinks } from "@/components/ui/chip-links";
import { requireModerator } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { metricQuerySchema, metricRanges, spanOf } from "@/lib/metrics/metric-range";
import {
  readAppealMetrics,
  readCallMetrics,
  readFailureMetrics,
  readReplyMetrics,
  readReviewMetrics,
} from "@/lib/metrics/read-metrics";
import { currentJudge } from "@/lib/moderation/judge";
import { ruleTitles } from "@/lib/moderation/policy/rule-titles";
import { agreementOf } from "@/lib/review/sample/agreement";
import { calibrationOf } from "@/lib/review/sample/calibration";
import { otherJudges, strataOf } from "@/lib/review/sample/judges";
import { measureThresholds, readMeasured } from "@/lib/review/sample/measured-thresholds";
import { readStrata } from "@/lib/review/sample/strata";

export async function generateMetadata(): Promise<Metadata> {
  await requireModerator();
  const t = await getTranslations("metrics");
  return { title: t("title") };
}

export default async function MetricsPage({ searchParams }: PageProps<"/admin/metrics">) {
  const viewer = await requireModerator();
  const query = await searchParams;
  const { range } = metricQuerySchema.parse(query);
  const span = spanOf(range, viewer.timeZone);
  const [t, format, titles] = await Promise.all([
    getTranslations("metrics"),
    getFormatter(),
    ruleTitles(await getLocale()),
  ]);
  const [reviews, replies] = await Promise.all([readReviewMetrics(span), readReplyMetrics(span)]);
  const failures = await readFailureMetrics(span);
  const [appeals, calls, strata] = await Promise.all([
    readAppealMetrics(span),
    readCallMetrics(span),
    readStrata({ from: span.edges[0]!, until: span.until }),
  ]);
  const measured = await readMeasured();
  const judge = currentJudge();
  const agreement = agreementOf(strata);
  const buckets = bucketsOf(span, range, format);
  const { MODEL_PRICE_INPUT: input, MODEL_PRICE_OUTPUT: output } = env();

  return (
    <div className="wrap grid grid-cols-1 gap-8 py-9 sm:py-14">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="font-serif text-title">{t("title")}</h1>
          <p className="text-sm text-ink-soft">{t("zone", { zone: viewer.timeZone.replaceAll("_", " ") })}</p>
          <JudgeNote />
        </div>
        <ChipLinks
          label={t("range.label")}
          chips={metricRanges.map((other) => ({
            href: `/admin/metrics?range=${other}`,
            label: t(`range.${other}`),
            isCurrent: other === range,
          }))}
        />
      </div>
      <MetricOverview
        {...{ reviews, appeals, calls, replies }}
        arePricesSet={input !== undefined && output !== undefined}
      />
      <MetricSection id="reviews" title={t("reviews.title")}>
        <ReviewCharts metrics={reviews} buckets={buckets} />
      </MetricSection>
      <MetricSection id="appeals" title={t("appeals.title")}>
        <AppealCharts metrics={appeals} buckets={buckets} titles={titles} />
      </MetricSection>
      <MetricSection id="model" title={t("model.title")}>
        <ModelCharts metrics={calls} failures={failures} buckets={buckets} />
      </MetricSection>
      <MetricSection id="replies" title={t("replies.title")}>
        <ReplyCharts metrics={replies} buckets={buckets} />
      </MetricSection>
      <MetricSection id="agreement" title={t("agreement.title", { by: agreement.by })}>
        <div className="grid content-start gap-3">
          <p className="text-[0.9375rem] text-ink-soft">{t("agreement.lead", { by: agreement.by })}</p>
          <Link
            href="/admin/sample"
            className="inline-flex min-h-11 items-center justify-self-start underline underline-offset-4"
          >
            {t("agreement.link")}
          </Link>
        </div>
        <AgreementTable agreement={agreement} />
      </MetricSection>
      <CalibrationSection
        judge={judge}
        calibration={calibrationOf(strataOf(judge, measured))}
        others={otherJudges(judge, measured)}
      />
      {/* The classifier's thresholds are part of its weights. */}
      {!env().SORA_BUILT_IN_JUDGE && (
        <ThresholdSection
          thresholds={await measureThresholds(measured)}
          titles={titles}
          promptVersion={judge.promptVersion}
          isAdmin={viewer.role === "ADMIN"}
          hasChanged={query.threshold === "changed"}
        />
      )}
    </div>
  );
}
