import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SentDecision } from "@/lib/review/decision/schema";
import type { Sending } from "./decision-api.ts";
import { DecisionQueue, type TakenDecision } from "./decision-queue.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const decisionOf = (revisionId: string): TakenDecision => {
  const actId = `act of ${revisionId}`;
  return { actId, revisionId, kind: "APPROVE", text: "", fields: { revisionId, actId } };
};
const done = (decision: SentDecision): Sending => {
  const { revisionId, actId } = decision.fields as { revisionId: string; actId: string };
  return { state: { done: { actId, revisionId, kind: "APPROVE" } }, at: 10 };
};

/** Each call of the server is answered by hand. */
function start() {
  const calls: { decision: SentDecision; answer: (sending: Sending) => void }[] = [];
  const refuse = vi.fn<(decision: TakenDecision, state: object) => void>();
  const gone = vi.fn<() => void>();
  const send = (decision: SentDecision) =>
    new Promise<Sending>((resolve) => calls.push({ decision, answer: resolve }));
  const queue = new DecisionQueue(send);
  queue.listen({ refuse, gone });
  const sent = () => calls.map(({ decision }) => decision.fields.revisionId);
  const answer = async (sending?: Sending) => {
    const last = calls.at(-1)!;
    last.answer(sending ?? done(last.decision));
    await vi.advanceTimersByTimeAsync(0);
  };
  return { queue, calls, sent, answer, refuse, gone };
}

test("decisions are sent in the order in which they were taken, each after the answer to the one before", async () => {
  const { queue, sent, answer } = start();
  for (const id of ["a", "b", "c"]) queue.take(decisionOf(id));
  expect(sent()).toEqual(["a"]);
  await answer();
  expect(sent()).toEqual(["a", "b"]);
  const idle = vi.fn<() => void>();
  void queue.idle().then(idle);
  await answer();
  expect(idle).not.toHaveBeenCalled();
  await answer();
  expect(idle).toHaveBeenCalledOnce();
  expect(queue.state.done.map(({ decision }) => decision.revisionId)).toEqual(["a", "b", "c"]);
  queue.forgetBefore(10);
  expect(queue.state.done).toEqual([]);
});

test("what the server refuses is handed back, and the others go on", async () => {
  const { queue, sent, answer, refuse } = start();
  queue.take(decisionOf("a"));
  queue.take(decisionOf("b"));
  const state = { form: { error: "CHANGED" as const } };
  await answer({ state, at: 10 });
  expect(refuse).toHaveBeenCalledWith(decisionOf("a"), state);
  expect(sent()).toEqual(["a", "b"]);
  await answer();
  expect(queue.state).toMatchObject({ waiting: [], done: [{ decision: { revisionId: "b" } }] });
});

test("what cannot be sent is kept and tried again as the same act, later and later, or at once when asked", async () => {
  const { queue, calls, answer } = start();
  queue.take(decisionOf("a"));
  await answer("UNREACHABLE");
  expect(queue.state).toMatchObject({ problem: "UNREACHABLE", waiting: [{ revisionId: "a" }] });
  await vi.advanceTimersByTimeAsync(999);
  expect(calls).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(calls).toHaveLength(2);
  await answer("UNREACHABLE");
  await vi.advanceTimersByTimeAsync(1_999);
  expect(calls).toHaveLength(2);
  queue.resume();
  await vi.advanceTimersByTimeAsync(0);
  expect(calls).toHaveLength(3);
  expect(new Set(calls.map(({ decision }) => decision.fields.actId))).toEqual(new Set(["act of a"]));
  await answer();
  expect(queue.state).toMatchObject({ problem: null, waiting: [] });
});

test("a decision that the server fails at is given back after three tries, and the others go on", async () => {
  const { queue, sent, answer, refuse } = start();
  queue.take(decisionOf("a"));
  queue.take(decisionOf("b"));
  for (let tries = 1; tries <= 3; tries += 1) {
    await answer("FAILED");
    await vi.advanceTimersByTimeAsync(10_000);
  }
  expect(refuse).toHaveBeenCalledWith(decisionOf("a"), {});
  expect(sent()).toEqual(["a", "a", "a", "b"]);
  await answer();
  expect(queue.state).toMatchObject({ problem: null, waiting: [] });
});

test("whoever is signed out keeps their decisions, and sends them after they have signed in", async () => {
  const { queue, sent, answer } = start();
  queue.take(decisionOf("a"));
  queue.take(decisionOf("b"));
  await answer("SIGNED_OUT");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent()).toEqual(["a"]);
  expect(queue.state).toMatchObject({ problem: "SIGNED_OUT", waiting: [{}, {}] });
  queue.resume();
  await vi.advanceTimersByTimeAsync(0);
  await answer();
  await answer();
  expect(sent()).toEqual(["a", "a", "b"]);
  expect(queue.isIdle).toBe(true);
});

test("whoever is no moderator any more has nothing to send", async () => {
  const { queue, answer, gone } = start();
  queue.take(decisionOf("a"));
  queue.take(decisionOf("b"));
  await answer("GONE");
  expect(gone).toHaveBeenCalledOnce();
  expect(queue.isIdle).toBe(true);
});

test("a page that closes sends everything at once", () => {
  const { queue, sent } = start();
  for (const id of ["a", "b", "c"]) queue.take(decisionOf(id));
  queue.flush();
  expect(sent()).toEqual(["a", "a", "b", "c"]);
});

test("what a page before could not send is sent once, behind what this one has taken", async () => {
  const { queue, sent, answer } = start();
  queue.take(decisionOf("a"));
  queue.restore([decisionOf("a"), decisionOf("b")]);
  await answer();
  await answer();
  expect(sent()).toEqual(["a", "b"]);
  expect(queue.isIdle).toBe(true);
});

test("being signed out is known before there is anything to send, until somebody tries again", async () => {
  const { queue, sent } = start();
  queue.noteSignedOut();
  expect(queue.state).toMatchObject({ problem: "SIGNED_OUT", waiting: [] });
  queue.resume();
  expect([queue.state.problem, sent()]).toEqual([null, []]);
});
