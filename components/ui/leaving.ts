/** Holds unsaved text on this page. Called before the member signs out. */
type Holder = { save: () => Promise<unknown>; discard: () => Promise<unknown> };

/** Limit for saving before a sign-out. A server that does not answer must not block the sign-out. */
const patienceMs = 3_000;

const holders = new Set<Holder>();

export function holdWords(holder: Holder): () => void {
  holders.add(holder);
  return () => void holders.delete(holder);
}

export async function saveWords(): Promise<void> {
  const saved = Promise.allSettled([...holders].map(({ save }) => save()));
  await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}

/** Waits `patienceMs` at most. Afterwards this page neither saves nor stores the text. */
export async function discardWords(): Promise<void> {
  const discarded = Promise.allSettled([...holders].map(({ discard }) => discard()));
  await Promise.race([discarded, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}
