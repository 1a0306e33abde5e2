import { useFormatter, useTranslations } from "next-intl";
import { MetricTable } from "@/components/metrics/metric-table";
import type { CalibrationBand } from "@/lib/review/sample/calibration";
import { useShare } from "./use-share";

export function CalibrationTable({ bands }: { bands: readonly CalibrationBand[] }) {
  const t = useTranslations("metrics.calibration");
  const format = useFormatter();
  const { share, interval } = useShare();
  return (
    <MetricTable
      caption={t("table")}
      isCaptionHidden={false}
      head={[t("band"), t("verdicts"), t("judged"), t("said"), t("agreement")]}
      rows={bands.map(({ from, to, size, judged, confidence, agreement }) => ({
        key: String(from),
        cells: [
          `${share(from)}–${share(to)}`,
          format.number(size),
          format.number(judged),
          confidence === null ? "–" : share(confidence),
          agreement ? `${share(agreement.share)} (${interval(agreement)})` : "–",
        ],
      }))}
    />
  );
}
