type Circuit = {
  failures: number;
  isPaused: boolean;
  pauses: number;
};

/** One text that makes calls fail is tried about four times. That alone is no outage. */
export const failuresToPause = 5;
const firstPauseMs = 15_000;
const longestPauseMs = 5 * 60_000;
const longestRetryAfterMs = 15 * 60_000;

/**
 * `failures` and `pauses` count consecutive ones, without an answer between them. Enough failures begin a pause; a
 * failed probe begins one twice as long, up to a limit that a server's `Retry-After` may exceed. Calls that started
 * before the pause change nothing.
 * @returns milliseconds; null when no pause begins, or the current one remains
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
