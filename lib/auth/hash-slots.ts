// No "server-only": the seed loads this in plain Node.
import { processWide } from "../process-wide.ts";

/**
 * Per process. A hash takes 25 ms of a core and 19 MiB, on one of Node's four worker threads, which also read files
 * and resolve names. A flood of sign-ins leaves two of them free.
 */
const atOnce = 2;

/** Per queue: 100 × 25 ms on two slots are 1.25 s of work. */
const maxWaiting = 100;

export class TooManyHashes extends Error {
  override name = "TooManyHashes";
}

const slots = processWide("hash-slots", () => ({
  taken: 0,
  first: [] as (() => void)[],
  others: [] as (() => void)[],
}));

/**
 * Runs `work` in a slot, in queue order.
 * @param isFirst uses a separate queue with priority, for devices that the member has signed in with
 * @throws {TooManyHashes} when the queue is full
 */
export async function inHashSlot<T>(work: () => Promise<T>, { isFirst = false } = {}): Promise<T> {
  if (slots.taken < atOnce) slots.taken += 1;
  else {
    const queue = isFirst ? slots.first : slots.others;
    if (queue.length >= maxWaiting) throw new TooManyHashes();
    // The slot is handed over, so `taken` does not change.
    await new Promise<void>((enter) => queue.push(enter));
  }
  try {
    return await work();
  } finally {
    const next = slots.first.shift() ?? slots.others.shift();
    if (next) next();
    else slots.taken -= 1;
  }
}
