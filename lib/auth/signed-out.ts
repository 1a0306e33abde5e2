/** Errors of redirect() and notFound() that were thrown because nobody is signed in. */
const refusals = new WeakSet<object>();

export function leaveSignedOut(leave: () => never): never {
  try {
    return leave();
  } catch (error) {
    if (typeof error === "object" && error !== null) refusals.add(error);
    throw error;
  }
}

export const hasLeftSignedOut = (error: unknown): boolean =>
  typeof error === "object" && error !== null && refusals.has(error);
