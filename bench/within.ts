import { setTimeout as sleep } from "node:timers/promises";

const lookMs = 30;

/** @throws an error that names what was waited for, when `work` takes longer than `seconds`. */
export function within<T>(seconds: number, what: string, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`waited ${seconds} s for ${what}`));
    const timer = setTimeout(late, seconds * 1000);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Looks again and again until there is something. @throws as `within` does. */
export async function until<T>(
  seconds: number,
  what: string,
  look: () => Promise<T | null | undefined | false>,
): Promise<T> {
  const over = new AbortController();
  const found = async () => {
    while (!over.signal.aborted) {
      const one = await look();
      if (one) return one;
      await sleep(lookMs);
    }
    throw new Error("looked for longer than was allowed");
  };
  return within(seconds, what, found()).finally(() => over.abort());
}
