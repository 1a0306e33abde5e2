import { type Interval, wilsonInterval } from "./wilson.ts";

/** Part of a population. `drawn`: drawn at random. `having`: those of `drawn` with the trait. */
export type Stratum = { size: number; drawn: number; having: number };

/**
 * `effective`: size of a simple random sample with the same information. `covered`: share of the population in strata
 * with a sample.
 */
export type Estimate = Interval & { share: number; drawn: number; effective: number; covered: number };

/**
 * The share of a population that has a trait, from a stratified sample. Each stratum has the weight of its size, so
 * that rare ones may be drawn more often without a bias: the post-stratified mean, which is the Horvitz–Thompson
 * estimate with inclusion probabilities drawn/size (W. G. Cochran, Sampling Techniques, 3rd ed. 1977, ch. 5A). The
 * interval is Wilson's with the effective sample size of the unequal weights, (Σw)²/Σw² (L. Kish, Survey Sampling,
 * 1965, 11.7), which unlike a variance within strata of one or two is never zero.
 * @returns null when nothing was drawn
 */
export function estimateShare(strata: readonly Stratum[]): Estimate | null {
  const all = strata.reduce((total, { size }) => total + size, 0);
  const drawnFrom = strata.filter(({ drawn }) => drawn > 0);
  const size = drawnFrom.reduce((total, stratum) => total + stratum.size, 0);
  if (size === 0) return null;

  const share = drawnFrom.reduce((sum, one) => sum + one.size * (one.having / one.drawn), 0) / size;
  const effective = size ** 2 / drawnFrom.reduce((sum, one) => sum + one.size ** 2 / one.drawn, 0);
  const drawn = drawnFrom.reduce((total, stratum) => total + stratum.drawn, 0);
  return { share, ...wilsonInterval(share, effective), drawn, effective, covered: size / all };
}
