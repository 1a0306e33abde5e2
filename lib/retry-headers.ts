/** Those who were sent away together are not to come back together. */
const fromSeconds = 5;
const toSeconds = 10;

/**
 * Headers of a 503: when to come again.
 * @param reloads whether the browser is to do so by itself. Never what was a form: it would be sent as a plain visit.
 */
export function retryHeaders(reloads: boolean): Record<string, string> {
  const seconds = String(Math.round(fromSeconds + Math.random() * (toSeconds - fromSeconds)));
  return { "retry-after": seconds, ...(reloads && { refresh: seconds }) };
}
