import { useFormatter, useTranslations } from "next-intl";
import { MetricTable } from "@/components/metrics/metric-table";
import type { KnownJudge, otherJudges } from "@/lib/review/sample/judges";
import { useShare } from "./use-share";

export function JudgeName({ judge: { model, modelHost, promptVersion } }: { judge: KnownJudge }) {
  const t = useTranslations("metrics.calibration");
  return (
    <span className="wrap-anywhere">
      {model ?? t("unknown")}
      {modelHost !== null && <> · {modelHost}</>}
      {promptVersion !== null && (
        <>
          {" · "}
          <code className="text-[0.8125rem]">{promptVersion}</code>
        </>
      )}
    </span>
  );
}

/** Listed separately, because the confidence of other models, servers and prompts is not comparable. */
export function OtherJudges({ judges }: { judges: ReturnType<typeof otherJudges> }) {
  const t = useTranslations("metrics.calibration");
  const format = useFormatter();
  const { share, interval } = useShare();
  return (
    <MetricTable
      caption={t("others")}
      isCaptionHidden={false}
      head={[t("judgeHead"), t("verdicts"), t("judged"), t("agreement"), t("errorHead")]}
      rows={judges.map(({ judge, size, judged, agreement, error }) => ({
        key: JSON.stringify(judge),
        cells: [
          <span key="name" className="block w-44 whitespace-normal">
            <JudgeName judge={judge} />
          </span>,
          format.number(size),
          format.number(judged),
          agreement ? `${share(agreement.share)} (${interval(agreement)})` : "–",
          error === null ? "–" : share(error),
        ],
      }))}
    />
  );
}
