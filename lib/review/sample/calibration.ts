import { type Estimate, estimateShare } from "../../statistics/stratified.ts";
import { bands } from "./bands.ts";
import { type SampleStratum, drawnOf, forAgreement } from "./strata.ts";

export type CalibrationBand = {
  from: number;
  to: number;
  /** Verdicts of this confidence, and how many of them people judged. */
  size: number;
  judged: number;
  /** How sure the model said it was of them, on the average; null without any. */
  confidence: number | null;
  /** How often people decide the same. */
  agreement: Estimate | null;
};

export type Calibration = {
  bands: CalibrationBand[];
  judged: number;
  /**
   * Expected calibration error: how far confidence and agreement are apart, each band by how many verdicts it has (M. P.
   * Naeini et al., AAAI 2015; C. Guo et al., ICML 2017). Bands without a judgement are left out. Null without any.
   */
  error: number | null;
};

/** Whether a judge is right as often as it says it is. */
export function calibrationOf(strata: readonly SampleStratum[]): Calibration {
  const measured = bands.map(({ band, from, to }) => {
    const inBand = strata.filter((stratum) => stratum.band === band);
    const size = inBand.reduce((total, stratum) => total + stratum.size, 0);
    const confidence =
      size > 0 ? inBand.reduce((sum, stratum) => sum + stratum.size * stratum.confidence, 0) / size : null;
    const judged = inBand.reduce((total, stratum) => total + drawnOf(stratum), 0);
    return { from, to, size, judged, confidence, agreement: estimateShare(forAgreement(inBand)) };
  });
  const gaps = measured.flatMap(({ size, confidence, agreement }) =>
    confidence !== null && agreement ? [{ size, gap: Math.abs(agreement.share - confidence) }] : [],
  );
  const all = gaps.reduce((total, { size }) => total + size, 0);
  return {
    bands: measured,
    judged: measured.reduce((total, { judged }) => total + judged, 0),
    error: all > 0 ? gaps.reduce((sum, { size, gap }) => sum + size * gap, 0) / all : null,
  };
}
