export const confidenceLevel = 0.95;

/** The standard normal quantile of (1 + confidenceLevel) / 2. */
const z = 1.959_964;

export type Interval = { low: number; high: number };

/**
 * The interval of a share observed in `n` trials. `n` may be a fraction (an effective sample size). Stays within 0
 * and 1, and keeps its width when all trials agree: E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", JASA 22 (1927).
 */
export function wilsonInterval(share: number, n: number): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  const middle = share + z ** 2 / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}
