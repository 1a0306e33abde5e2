/** What Next throws to leave a page or an action, where it was thrown because nobody is signed in. */
const refusals = new WeakSet<object>();

/** Leaves by `redirect()` or `notFound()`, because nobody is signed in. */
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
