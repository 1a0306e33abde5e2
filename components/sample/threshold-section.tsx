import { useTranslations } from "next-intl";
import { MetricSection } from "@/components/metrics/metric-section";
import { NoticeBox } from "@/components/ui/notice-box";
import { thresholdFloor } from "@/lib/moderation/thresholds/floor";
import type { MeasuredThreshold } from "@/lib/review/sample/measured-thresholds";
import { minJudged, targetAgreement } from "@/lib/review/sample/propose-threshold";
import { confidenceLevel } from "@/lib/statistics/wilson";
import { ThresholdItem } from "./threshold-item";
import { useShare } from "./use-share";

export function ThresholdSection({
  thresholds,
  titles,
  promptVersion,
  isAdmin,
  hasChanged,
}: {
  thresholds: readonly MeasuredThreshold[];
  /** Rule titles by id. */
  titles: ReadonlyMap<string, string>;
  promptVersion: string;
  isAdmin: boolean;
  /** The proposal has changed since the button was rendered. */
  hasChanged: boolean;
}) {
  const t = useTranslations("metrics.thresholds");
  const { share } = useShare();
  return (
    <MetricSection id="thresholds" title={t("title")}>
      <div className="grid content-start gap-3 text-[0.9375rem] text-ink-soft">
        {hasChanged && <NoticeBox kind="alert">{t("changed")}</NoticeBox>}
        <p>{t("lead")}</p>
        <p>
          {t("target", {
            approve: share(targetAgreement.APPROVE),
            reject: share(targetAgreement.REJECT),
            level: share(confidenceLevel),
            judged: minJudged,
            floor: share(thresholdFloor),
          })}
        </p>
        {!isAdmin && <p>{t("admins")}</p>}
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {thresholds.map((threshold) => (
          <ThresholdItem
            key={threshold.rule ?? ""}
            threshold={threshold}
            title={threshold.rule === null ? t("approvals") : (titles.get(threshold.rule) ?? threshold.rule)}
            promptVersion={promptVersion}
            isAdmin={isAdmin}
          />
        ))}
      </ul>
    </MetricSection>
  );
}
