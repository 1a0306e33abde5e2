/** How the calls of a model went lately. */
type Circuit = {
  /** In a row. */
  failures: number;
  isPaused: boolean;
  /** How many pauses there were, without an answer between them. */
  pauses: number;
};

/** A text that calls stumble over is asked about four times: that alone is no outage. */
export const failuresToPause = 5;
const firstPauseMs = 15_000;
const longestPauseMs = 5 * 60_000;
/** A server that asks for more patience than this is asked sooner all the same. */
const longestRetryAfterMs = 15 * 60_000;

/**
 * How long calls pause after one more failure; null: they do not, or go on pausing. Enough failures in a row begin a
 * pause; a probe that failed begins one twice as long. Calls that were under way when a pause began change nothing.
 */
export function pauseAfterFailure(
  { failures, isPaused, pauses }: Circuit,
  failed: { isProbe: boolean; retryAfterMs: number | null },
): number | null {
  const begins = isPaused ? failed.isProbe : failures + 1 >= failuresToPause;
  if (!begins) return null;
  const pauseMs = Math.min(firstPauseMs * 2 ** pauses, longestPauseMs);
  return Math.max(pauseMs, Math.min(failed.retryAfterMs ?? 0, longestRetryAfterMs));
}
