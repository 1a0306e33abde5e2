type Cause = Error & { code?: unknown; errorCode?: unknown };

export function* errorCauses(error: unknown): Generator<Cause> {
  let cause = error;
  for (let depth = 0; cause instanceof Error && depth < 8; depth += 1) {
    yield cause;
    cause = cause.cause ?? driverError(cause);
  }
}

/** Prisma stores its driver's error beside its own, not as the cause. */
function driverError(error: Error): unknown {
  const { meta } = error as { meta?: { driverAdapterError?: unknown } };
  return meta?.driverAdapterError;
}
