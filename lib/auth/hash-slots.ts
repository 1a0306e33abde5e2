// Loadable by plain Node (the seed hashes passwords too), so no "server-only" here.
import { processWide } from "../process-wide.ts";

/**
 * Passwords hashed at one time by this process. One takes 25 ms of a core and 19 MiB, on one of the four threads that
 * Node also reads files and looks names up with: a flood of sign-ins leaves it two of them.
 */
const atOnce = 2;

/** One and a half seconds of work. More would only wait to be too late. */
const maxWaiting = 100;

/** A flood is on and the queue is full. Nothing was hashed. */
export class TooManyHashes extends Error {
  override name = "TooManyHashes";
}

const slots = processWide("hash-slots", () => ({
  taken: 0,
  first: [] as (() => void)[],
  others: [] as (() => void)[],
}));

/**
 * Runs `work` when a slot is free.
 * @param isFirst goes before the others, and has a queue of its own: what is asked from a device that its member is
 * known to use.
 * @throws {TooManyHashes} when the queue is full.
 */
export async function inHashSlot<T>(work: () => Promise<T>, { isFirst = false } = {}): Promise<T> {
  if (slots.taken < atOnce) slots.taken += 1;
  else {
    const queue = isFirst ? slots.first : slots.others;
    if (queue.length >= maxWaiting) throw new TooManyHashes();
    // Whoever leaves hands its slot on: `taken` stays as it is.
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
