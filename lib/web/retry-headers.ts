/** Random within this range, so that clients do not all return at once. */
const fromSeconds = 5;
const toSeconds = 10;

/**
 * Headers of a 503.
 * @param reloads whether the browser reloads the page itself. False for the answer to a form: a reload would be a
 * plain visit.
 */
export function retryHeaders(reloads: boolean): Record<string, string> {
  const seconds = String(Math.round(fromSeconds + Math.random() * (toSeconds - fromSeconds)));
  return { "retry-after": seconds, ...(reloads && { refresh: seconds }) };
}
