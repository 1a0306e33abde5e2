/** An error and what it was caused by, outermost first. Of what is no error: nothing. */
export function* errorCauses(error: unknown): Generator<Error & { code?: unknown; errorCode?: unknown }> {
  let cause = error;
  for (let depth = 0; cause instanceof Error && depth < 8; depth += 1) {
    yield cause;
    cause = cause.cause;
  }
}
