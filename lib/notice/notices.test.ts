import { fromPrisma } from "pg-boss";
import { afterAll, describe, expect, test } from "vitest";

import { newMember } from "../../test/new-member.ts";
import { pool, prisma } from "../db.ts";
import { sqlOf } from "../in-transaction.ts";
import { jobQueue } from "../jobs/queue.ts";
import { createNotice, type NewNotice } from "./create-notice.ts";
import { getNoticeState, listNotices, markRead } from "./notice-data.ts";

afterAll(async () => (await jobQueue()).stop());

const finished = (memberId: string, eventKey: string = crypto.randomUUID()): NewNotice => ({
  memberId,
  eventKey,
  kind: "REPLY_FINISHED",
  data: { date: "2026-11-21" },
});

const db = sqlOf(pool);

async function tell(memberId: string, times = 1) {
  for (let time = 0; time < times; time += 1) await createNotice(db, await jobQueue(), finished(memberId));
}

describe("a notice", () => {
  test("is created once per event, also for repeated and concurrent calls", async () => {
    const memberId = await newMember();
    const jobs = await jobQueue();
    const report = () => createNotice(db, jobs, finished(memberId, "reply:1"));
    await Promise.all(Array.from({ length: 8 }, report));
    await report();
    await createNotice(db, jobs, finished(memberId, "reply:2"));
    expect(await prisma.notice.count({ where: { memberId } })).toBe(2);

    const other = await newMember();
    await createNotice(db, jobs, finished(other, "reply:1"));
    expect(await getNoticeState(other)).toMatchObject({ unread: 1 });
  });

  test("is created only when its transaction commits", async () => {
    const memberId = await newMember();
    const jobs = await jobQueue();
    await expect(
      prisma.$transaction(async (tx) => {
        await createNotice(fromPrisma(tx), jobs, finished(memberId, "reply:1"));
        throw new Error("rolled back");
      }),
    ).rejects.toThrow("rolled back");
    expect(await getNoticeState(memberId)).toEqual({ unread: 0, latest: null });

    await prisma.$transaction((tx) => createNotice(fromPrisma(tx), jobs, finished(memberId, "reply:1")));
    const { notices } = await listNotices({ memberId });
    expect(notices).toEqual([
      {
        id: expect.any(String),
        createdAt: expect.any(Date),
        isRead: false,
        kind: "REPLY_FINISHED",
        data: { date: "2026-11-21" },
      },
    ]);
  });

  test("for a deleted member is not an error", async () => {
    await tell(crypto.randomUUID());
    const memberId = await newMember();
    await tell(memberId);
    await prisma.member.delete({ where: { id: memberId } });
    expect(await prisma.notice.count({ where: { memberId } })).toBe(0);
  });
});

describe("a member's notices", () => {
  test("are listed newest first, twenty per page, without repeats or gaps", async () => {
    const memberId = await newMember();
    await tell(memberId, 45);
    // Some at the same moment.
    await pool.query(`UPDATE notice SET created_at = date_trunc('second', created_at) WHERE member_id = $1`, [
      memberId,
    ]);
    const first = await listNotices({ memberId });
    const second = await listNotices({ memberId, before: first.nextBefore! });
    const third = await listNotices({ memberId, before: second.nextBefore! });
    expect([first, second, third].map(({ notices }) => notices.length)).toEqual([20, 20, 5]);
    expect(third.nextBefore).toBeNull();
    const all = [first, second, third].flatMap(({ notices }) => notices);
    expect(new Set(all.map(({ id }) => id)).size).toBe(45);
    const times = all.map(({ createdAt }) => createdAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test("are marked as read up to a notice, and only by the member", async () => {
    const memberId = await newMember();
    await tell(memberId, 3);
    const seen = (await listNotices({ memberId })).notices[0]!;
    await tell(memberId);

    const stranger = await newMember();
    expect(await markRead({ memberId: stranger, upTo: seen.id })).toBe(false);
    expect(await getNoticeState(memberId)).toMatchObject({ unread: 4 });
    expect((await listNotices({ memberId: stranger })).notices).toEqual([]);
    expect((await listNotices({ memberId: stranger, before: seen.id })).notices).toEqual([]);

    expect(await markRead({ memberId, upTo: seen.id })).toBe(true);
    expect(await getNoticeState(memberId)).toMatchObject({ unread: 1 });
    expect((await listNotices({ memberId })).notices.map(({ isRead }) => isRead)).toEqual([
      false,
      true,
      true,
      true,
    ]);
    // Again, from another tab.
    expect(await markRead({ memberId, upTo: seen.id })).toBe(true);
  });

  test("are counted up to a hundred, with the id of the newest", async () => {
    const memberId = await newMember();
    await prisma.notice.createMany({
      data: Array.from({ length: 120 }, (_, index) => ({
        memberId,
        kind: "REPLY_FINISHED" as const,
        eventKey: `reply:${index}`,
        data: { date: "2026-11-21" },
        createdAt: new Date(Date.now() - 60_000 + index),
      })),
    });
    const newest = await prisma.notice.findFirstOrThrow({ where: { memberId, eventKey: "reply:119" } });
    const state = await getNoticeState(memberId);
    expect(state).toMatchObject({ unread: 100, latest: { id: newest.id } });
    expect(Math.abs(state.latest!.ageMs - 60_000)).toBeLessThan(5_000);
  });

  test("of an unknown kind are skipped", async () => {
    const memberId = await newMember();
    await tell(memberId, 2);
    await pool.query(`UPDATE notice SET data = '{"date": 5}' WHERE id = $1`, [
      (await listNotices({ memberId })).notices[0]!.id,
    ]);
    expect((await listNotices({ memberId })).notices).toHaveLength(1);
  });
});
