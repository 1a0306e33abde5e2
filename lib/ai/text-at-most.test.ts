import { expect, test } from "vitest";

import { textAtMost } from "./text-at-most.ts";

function bodyOf(pieces: Iterable<Uint8Array>) {
  const iterator = pieces[Symbol.iterator]();
  let isCancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void (isCancelled = true),
  });
  return { response: new Response(stream), isCancelled: () => isCancelled };
}

test("reads a whole body, including characters that are split between chunks", async () => {
  const bytes = Buffer.from("가나🐚");
  const { response } = bodyOf([bytes.subarray(0, 1), bytes.subarray(1, 8), bytes.subarray(8)]);
  expect(await textAtMost(response, 100)).toBe("가나🐚");
});

test("reads an endless body up to the limit and cancels it", async () => {
  const { response, isCancelled } = bodyOf(
    (function* () {
      for (;;) yield Buffer.from("x".repeat(1000));
    })(),
  );
  expect(await textAtMost(response, 5000)).toHaveLength(5000);
  expect(isCancelled()).toBe(true);
});

test("returns no text without a body", async () => {
  expect(await textAtMost(new Response(null), 100)).toBe("");
});
