/** Whoever holds unsaved words on this page: asked before the member signs out. */
type Holder = { save: () => Promise<unknown>; discard: () => Promise<unknown> };

/** Limit for saving before a sign-out. A server that does not answer must not block the sign-out. */
const patienceMs = 3_000;

const holders = new Set<Holder>();

/** @returns a function that removes the holder. */
export function holdWords(holder: Holder): () => void {
  holders.add(holder);
  return () => void holders.delete(holder);
}

/** Saves what can be saved, for a few seconds at most. */
export async function saveWords(): Promise<void> {
  const saved = Promise.allSettled([...holders].map(({ save }) => save()));
  await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}

/** Nothing of what this page holds is saved or kept from here on. */
export async function discardWords(): Promise<void> {
  const discarded = Promise.allSettled([...holders].map(({ discard }) => discard()));
  await Promise.race([discarded, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}
