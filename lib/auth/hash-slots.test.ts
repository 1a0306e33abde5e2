import { expect, test } from "vitest";
import { inHashSlot, TooManyHashes } from "./hash-slots.ts";

function newWork() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, end: resolve };
}

test("hashes a few at a time, known devices first, and refuses work when the queue is full", async () => {
  const running = [newWork(), newWork()];
  const ended = running.map(({ work }) => inHashSlot(work));
  const order: string[] = [];
  const others = Array.from({ length: 100 }, (_, n) => inHashSlot(async () => void order.push(`other ${n}`)));
  await expect(inHashSlot(async () => undefined)).rejects.toThrow(TooManyHashes);
  const known = inHashSlot(async () => void order.push("known"), { isFirst: true });
  expect(order).toEqual([]);

  for (const { end } of running) end();
  await Promise.all([...ended, ...others, known]);
  expect(order.slice(0, 2)).toEqual(["known", "other 0"]);
  expect(order).toHaveLength(101);
});

test("a failed hash releases its slot", async () => {
  const fail = () => inHashSlot(() => Promise.reject(new Error("no memory")));
  for (let count = 0; count < 5; count++) await expect(fail()).rejects.toThrow("no memory");
  expect(await inHashSlot(async () => "done")).toBe("done");
});
