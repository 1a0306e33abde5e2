import { expect, test } from "vitest";
import { itemsAhead } from "../../lib/review/desk/queue-query.ts";
import { DeskFlow } from "./desk-flow.ts";

const here = "/admin/moderation";
const page = (openId: string | null, more: object = {}) => ({
  asOf: 1,
  openId,
  isChosen: true,
  here,
  ...more,
});
const free = () => true;
const never = () => false;

/** A page of item a that holds b, c and d. */
function start() {
  const flow = new DeskFlow(page("a", { isChosen: false }));
  flow.hold(["b", "c", "d"], free);
  return flow;
}

test("the next item is shown at once, past those that are not free", () => {
  const flow = start();
  expect(flow.nextOf("a", free)).toBe("b");
  expect(flow.nextOf("a", (id) => id !== "b")).toBe("c");
  flow.show("c");
  expect([flow.state.shownId, flow.ahead, flow.wanted]).toEqual(["c", 1, "c"]);
  expect(flow.nextOf("d", free)).toBeNull();
});

test("at the end of a full page its next page is wanted at once, at the end of the queue none", () => {
  const flow = start();
  flow.show("d");
  flow.wait();
  expect(flow.wanted).toBeNull();
  const ids = Array.from({ length: itemsAhead }, (_, at) => `item ${at}`);
  flow.hold(ids, never);
  flow.show(ids.at(-1)!);
  flow.wait();
  expect(flow.wanted).toBe(ids.at(-1));
});

test("a page that is older than what is shown does not turn it back", () => {
  const flow = start();
  flow.show("b");
  flow.askFor("b");
  flow.show("c");
  flow.arrive(page("b"), never);
  expect(flow.state.shownId).toBe("c");
  // The server's own offer, where the address names no item.
  flow.arrive(page("d", { isChosen: false }), never);
  expect(flow.state.shownId).toBe("c");
  flow.arrive(page("c"), never);
  expect([flow.state.shownId, flow.wanted]).toEqual(["c", null]);
});

test("a page that the desk asked for is not taken for one that somebody went to, however late it comes", () => {
  const flow = start();
  flow.show("b");
  flow.askFor("b");
  flow.show("c");
  flow.askFor("c");
  flow.show("d");
  flow.arrive(page("c"), never);
  flow.arrive(page("b"), never);
  expect(flow.state.shownId).toBe("d");
  flow.arrive(page("a"), never);
  expect(flow.state.shownId).toBe("a");
  // Somebody goes back there.
  flow.arrive(page("b"), never);
  expect(flow.state.shownId).toBe("b");
  // What is decided here is not opened again by a page that does not know it.
  flow.arrive(page("c"), (id) => id === "c");
  expect(flow.state.shownId).toBe("b");
});

test("one page is asked for at a time, until what it holds is here", () => {
  const flow = start();
  flow.show("b");
  expect(flow.wanted).toBe("b");
  flow.askFor("b");
  flow.show("c");
  expect([flow.wanted, flow.isAsking]).toEqual([null, true]);
  flow.arrive(page("b"), never);
  expect(flow.wanted).toBeNull();
  flow.hold(["c", "d", "e"], free);
  expect([flow.wanted, flow.ahead]).toEqual(["c", 2]);
});

test("a page that somebody went to is shown", () => {
  const flow = start();
  flow.show("b");
  flow.arrive(page("x"), never);
  expect([flow.state.shownId, flow.nextOf("x", free)]).toEqual(["x", null]);
  // Another part of the queue, whatever is open there.
  flow.hold(["c"], free);
  flow.show("c");
  flow.arrive(page("y", { isChosen: false, here: `${here}?state=HELD` }), never);
  expect([flow.state.shownId, flow.nextOf("y", free)]).toEqual(["y", null]);
});

test("an item that comes back is shown when its page arrives, also one that this page was made for before", () => {
  const flow = start();
  flow.show("b");
  flow.follow("a");
  expect([flow.isFollowing, flow.wanted]).toEqual([true, null]);
  flow.arrive(page("b"), never);
  expect(flow.state.shownId).toBe("b");
  flow.arrive(page("a"), never);
  expect([flow.state.shownId, flow.isFollowing]).toEqual(["a", false]);
});

test("at the end of what it holds it waits, and goes on with what comes", () => {
  const flow = start();
  flow.show("d");
  flow.askFor("d");
  flow.wait();
  flow.arrive(page("d"), never);
  flow.hold(["e"], (id) => id !== "d");
  expect(flow.state).toEqual({ shownId: "e", isWaiting: false });
  flow.wait();
  flow.follow(null);
  flow.arrive(page(null, { isChosen: false }), never);
  expect(flow.state).toEqual({ shownId: null, isWaiting: false });
});
