import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Bucket, Series } from "@/components/metrics/chart-frame";
import { Point } from "@/components/metrics/looks";
import { Plot, heightOf, middleOf } from "@/components/metrics/plot";
import type { CalibrationBand } from "@/lib/review/sample/calibration";
import { useShare } from "./use-share";

const scale = { ticks: [0, 0.25, 0.5, 0.75, 1], at: (value: number) => value };

/**
 * The model's stated confidence beside the measured agreement with its interval. Equal heights mean good calibration.
 */
export function CalibrationChart({ bands }: { bands: readonly CalibrationBand[] }) {
  const t = useTranslations("metrics.calibration");
  const { share } = useShare();
  const id = useId();
  const buckets: Bucket[] = bands.map(({ from, to }) => ({
    key: String(from),
    short: share(from),
    long: `${share(from)}–${share(to)}`,
  }));
  const series: Series[] = [
    { name: t("confidence"), look: "plain", values: bands.map(({ confidence }) => confidence) },
    { name: t("agreement"), look: "sea", values: bands.map(({ agreement }) => agreement?.share ?? null) },
  ];
  return (
    <figure aria-labelledby={id} className="grid min-w-0 grid-cols-1 content-start gap-3">
      <figcaption id={id} className="font-medium">
        {t("chart")}
      </figcaption>
      <Plot label={t("chart")} {...{ scale, series, buckets }} formatValue={share}>
        {bands.map(({ from, confidence, agreement }, index) => {
          const x = `${middleOf(index, bands.length)}%`;
          return (
            <g key={from}>
              {agreement && (
                <line
                  x1={x}
                  x2={x}
                  y1={heightOf(scale, agreement.high)}
                  y2={heightOf(scale, agreement.low)}
                  strokeWidth="2"
                  className="stroke-sea"
                />
              )}
              {confidence !== null && <Point look="plain" x={x} y={heightOf(scale, confidence)} />}
              {agreement && <Point look="sea" x={x} y={heightOf(scale, agreement.share)} />}
            </g>
          );
        })}
      </Plot>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
        {series.map(({ name, look }) => (
          <li key={name} className="flex items-center gap-1.5">
            <svg aria-hidden width="14" height="14" className="shrink-0">
              {look === "sea" && <line x1="7" x2="7" y1="0" y2="14" strokeWidth="2" className="stroke-sea" />}
              <Point look={look} x="7" y={7} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}
