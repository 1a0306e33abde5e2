import { useTranslations } from "next-intl";
import Link from "next/link";
import { MetricSection } from "@/components/metrics/metric-section";
import { confidenceLevel } from "@/lib/statistics/wilson";
import type { Judge } from "@/lib/moderation/judge";
import type { Calibration } from "@/lib/review/sample/calibration";
import { kindOfJudge } from "@/lib/review/sample/judged-by";
import type { otherJudges } from "@/lib/review/sample/judges";
import { CalibrationChart } from "./calibration-chart";
import { CalibrationTable } from "./calibration-table";
import { JudgeName, OtherJudges } from "./other-judges";
import { useShare } from "./use-share";

/** Only verdicts of the current judge; those of others are listed separately. */
export function CalibrationSection({
  judge,
  calibration,
  others,
}: {
  judge: Judge;
  calibration: Calibration;
  others: ReturnType<typeof otherJudges>;
}) {
  const t = useTranslations("metrics.calibration");
  const { share } = useShare();
  const { bands, judged, error } = calibration;
  const by = kindOfJudge(judge);
  return (
    <MetricSection id="calibration" title={t("title", { by })}>
      <div className="grid min-w-0 grid-cols-1 content-start gap-3">
        <p className="text-[0.9375rem] text-ink-soft">{t("lead", { by, level: share(confidenceLevel) })}</p>
        <p className="text-sm text-ink-soft">
          {t.rich("judge", { by, judge: () => <JudgeName judge={judge} /> })}
        </p>
        {error === null ? (
          <>
            <p className="rounded-control bg-sunk px-4 py-5 text-[0.9375rem] text-ink-soft">
              {t("none", { by })}
            </p>
            <Link
              href="/admin/sample"
              className="inline-flex min-h-11 items-center justify-self-start underline underline-offset-4"
            >
              {t("link")}
            </Link>
          </>
        ) : (
          <>
            <p>
              <span className="font-serif text-xl tabular-nums">{t("error", { share: share(error) })}</span>{" "}
              <span className="text-sm text-ink-soft">{t("errorLead", { judged })}</span>
            </p>
            <CalibrationChart bands={bands} />
          </>
        )}
      </div>
      <div className="grid min-w-0 grid-cols-1 content-start gap-8">
        {error !== null && <CalibrationTable bands={bands} />}
        {others.length > 0 && <OtherJudges judges={others} />}
      </div>
    </MetricSection>
  );
}
