import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";

import { givingWay } from "./give-way.ts";

function work(ms: number) {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** A request that comes back to the event loop so often, with something to do each time. */
function request(turns: number): { turnsLeft: number } {
  const state = { turnsLeft: turns };
  const turn = () => {
    work(4);
    state.turnsLeft -= 1;
    if (state.turnsLeft > 0) setImmediate(turn);
  };
  setImmediate(turn);
  return state;
}

test("work that nobody waits for lets a request end first", async () => {
  const giveWay = givingWay();
  work(2);
  const asked = request(5);
  await giveWay();
  expect(asked.turnsLeft).toBe(0);
});

test("it goes on all the same when there is no end of requests", async () => {
  const giveWay = givingWay();
  work(2);
  const asked = request(1000);
  await giveWay();
  expect(asked.turnsLeft).toBeGreaterThan(0);
  asked.turnsLeft = 0;
});

test("it does not stop for what takes no time", async () => {
  const giveWay = givingWay();
  let isOthersTurn = false;
  setImmediate(() => (isOthersTurn = true));
  await giveWay();
  expect(isOthersTurn).toBe(false);
});
