import { type Estimate, estimateShare } from "../../statistics/stratified.ts";
import { bands } from "./bands.ts";
import { type SampleStratum, drawnOf, forAgreement } from "./strata.ts";

export type CalibrationBand = {
  from: number;
  to: number;
  size: number;
  judged: number;
  confidence: number | null;
  agreement: Estimate | null;
};

export type Calibration = {
  bands: CalibrationBand[];
  judged: number;
  /**
   * Expected calibration error: |confidence − agreement| weighted by the verdicts of each band (M. P. Naeini et al., AAAI
   * 2015; C. Guo et al., ICML 2017). Bands without a judgement are left out. Null when no band has one.
   */
  error: number | null;
};

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
