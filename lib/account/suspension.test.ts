import { expect, test, vi } from "vitest";
import { newMember } from "../../test/new-member.ts";
import { newSession } from "../../test/new-session.ts";
import { findReader, findViewer } from "../auth/data.ts";
import { type Tx, prisma } from "../db.ts";
import { jobQueue } from "../jobs/queue.ts";
import { LiveNotices } from "../notice/live-notices.ts";
import { listNotices } from "../notice/notice-data.ts";
import {
  appealSuspension,
  findSuspension,
  restoreMember,
  suspendMember,
  upholdSuspension,
} from "./suspension.ts";

const jobs = await jobQueue();
const inTx = <T>(work: (tx: Tx) => Promise<T>) => prisma.$transaction(work);
const reason = "광고를 되풀이해서 올렸어요.";
const newsOf = async (memberId: Awaited<ReturnType<typeof newMember>>) =>
  (await listNotices({ memberId })).notices.map(({ data }) => data);

test("a suspended member is signed out everywhere, and can only read after signing in again", async () => {
  const memberId = await newMember();
  const before = await newSession(memberId);
  await inTx((tx) => suspendMember(tx, { memberId, jobs }, reason));
  expect(await findReader(before)).toBeNull();

  const after = await newSession(memberId, { sessionVersion: 1 });
  expect(await findReader(after)).toMatchObject({ id: memberId, isSuspended: true });
  expect(await findViewer(after)).toBeNull();

  await inTx((tx) => restoreMember(tx, { memberId, jobs }));
  expect(await findViewer(after)).toMatchObject({ id: memberId });
  expect(await newsOf(memberId)).toEqual([{ event: "RESTORED" }, { event: "SUSPENDED" }]);
  expect(await findSuspension(memberId)).toBeNull();
});

test("ends the member's open streams on every server", async () => {
  const memberId = await newMember();
  const session = await newSession(memberId);
  const server = new LiveNotices();
  const reader = server.watch(session)!.getReader();
  const isOver = (async () => {
    while (!(await reader.read()).done);
    return true;
  })();
  await vi.waitFor(async () => expect(await findReader(session)).not.toBeNull());
  await inTx((tx) => suspendMember(tx, { memberId, jobs }, null));
  expect(await isOver).toBe(true);
  server.close();
});

test("can be appealed once; only another suspension can be appealed again", async () => {
  const memberId = await newMember();
  expect(await appealSuspension(memberId, "아직 아니에요")).toBe(false);
  await inTx((tx) => suspendMember(tx, { memberId, jobs }, reason));
  const tries = await Promise.all(
    ["오해예요", "오해라니까요"].map((text) => appealSuspension(memberId, text)),
  );
  expect(tries.toSorted()).toEqual([false, true]);
  expect(await findSuspension(memberId)).toMatchObject({ reason, appeal: { answer: null } });

  expect(await inTx((tx) => upholdSuspension(tx, { memberId, jobs }, "다시 봤어요. 그대로예요."))).toBe(true);
  expect(await inTx((tx) => upholdSuspension(tx, { memberId, jobs }, "한 번 더"))).toBe(false);
  expect(await findSuspension(memberId)).toMatchObject({ appeal: { answer: "다시 봤어요. 그대로예요." } });
  expect(await newsOf(memberId)).toEqual([{ event: "UPHELD" }, { event: "SUSPENDED" }]);

  await inTx((tx) => restoreMember(tx, { memberId, jobs }));
  await inTx((tx) => suspendMember(tx, { memberId, jobs }, null));
  expect(await findSuspension(memberId)).toMatchObject({ reason: null, appeal: null });
  expect(await appealSuspension(memberId, "또 오해예요")).toBe(true);
});

test("one member's suspension and appeal do not affect others", async () => {
  const [memberId, stranger] = [await newMember(), await newMember()];
  await inTx((tx) => suspendMember(tx, { memberId, jobs }, reason));
  const session = await newSession(stranger);
  expect(await findViewer(session)).not.toBeNull();
  expect(await appealSuspension(stranger, "남의 일")).toBe(false);
  expect(await findSuspension(stranger)).toBeNull();
  expect(await findSuspension(memberId)).toMatchObject({ appeal: null });
});
