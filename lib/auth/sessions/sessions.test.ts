import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { newMember } from "../../../test/new-member.ts";
import { claimsOfMember, newSession } from "../../../test/new-session.ts";
import { endListedSession, endSessions } from "../../account/data.ts";
import { pool, prisma } from "../../db.ts";
import { saveSubscription } from "../../notice/push-data.ts";
import { findReader, findViewer } from "../data.ts";
import { claimsOf, type SessionClaims } from "../session-cookie.ts";
import { createSession, findEndedSessions, listSessions, recordSession } from "./data.ts";
import { endSession } from "./revoke.ts";

afterEach(() => vi.useRealTimers());

const day = 86_400_000;
const chrome = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36";
const holds = async (session: SessionClaims) => (await findReader(session)) !== null;
const end = (session: SessionClaims) => prisma.$transaction((tx) => endSession(tx, session));
const change = (session: SessionClaims, data: { endsAt?: Date; lastSeenAt?: Date; revokedAt?: Date }) =>
  prisma.session.update({ where: { id: session.sessionId }, data });

describe("a copied cookie", () => {
  test("is invalid after its session was signed out; other sessions continue", async () => {
    const memberId = await newMember();
    const [here, elsewhere, stranger] = [
      await newSession(memberId),
      await newSession(memberId),
      await newSession(await newMember()),
    ];
    await end(here);
    await end(here);
    expect(await Promise.all([here, elsewhere, stranger].map(holds))).toEqual([false, true, true]);
  });

  test("of a release without session rows is valid until its browser signs out, with or without a row", async () => {
    const [visited, unvisited] = [claimsOfMember(await newMember()), claimsOfMember(await newMember())];
    expect(await holds(visited)).toBe(true);
    const recorded = await recordSession(visited, new Headers());
    expect(await recordSession(visited, new Headers())).toEqual({ ...visited, isRecorded: true });
    expect(await prisma.session.count({ where: { memberId: visited.memberId } })).toBe(1);
    await end(recorded);
    await end(unvisited);
    // Neither the new cookie nor the replaced one works, nor does asking for a row again.
    for (const session of [recorded, visited, unvisited]) {
      expect(await holds(session)).toBe(false);
      expect(await holds(await recordSession(session, new Headers()))).toBe(false);
    }
  });

  test("is valid for 90 days, regardless of renewals", async () => {
    const session = await newSession(await newMember());
    const { createdAt, endsAt } = await prisma.session.findUniqueOrThrow({
      where: { id: session.sessionId },
    });
    expect(Math.round((endsAt.getTime() - createdAt.getTime()) / day)).toBe(90);
    await change(session, { endsAt: new Date(Date.now() + 60_000) });
    expect(await holds(session)).toBe(true);
    await change(session, { endsAt: new Date() });
    expect(await holds(session)).toBe(false);
  });

  test("with the id of another member's or an unknown session is signed out", async () => {
    const [mine, yours] = [await newSession(await newMember()), await newSession(await newMember())];
    expect(await holds({ ...mine, sessionId: yours.sessionId })).toBe(false);
    expect(await holds({ ...mine, sessionId: randomUUID() })).toBe(false);
    // A cookie cannot end another member's session either.
    await end({ ...mine, sessionId: yours.sessionId });
    expect(await holds(yours)).toBe(true);
  });
});

test("the viewer is found by one statement, for every kind of session", async () => {
  const memberId = await newMember();
  const seenLongAgo = await newSession(memberId);
  await change(seenLongAgo, { lastSeenAt: new Date(Date.now() - day) });
  const query = vi.spyOn(pool, "query");
  const connect = vi.spyOn(pool, "connect");
  for (const session of [await newSession(memberId), claimsOfMember(memberId), seenLongAgo]) {
    query.mockClear();
    connect.mockClear();
    await findViewer(session);
    // pool.query() borrows its connection by connect().
    expect([query.mock.calls.length, connect.mock.calls.length]).toEqual([1, 1]);
  }
});

test("a visit is recorded soon, and at most every few minutes", async () => {
  const memberId = await newMember();
  const [longAgo, justNow] = [await newSession(memberId), await newSession(memberId)];
  const before = { longAgo: new Date(Date.now() - day), justNow: new Date(Date.now() - 60_000) };
  await change(longAgo, { lastSeenAt: before.longAgo });
  await change(justNow, { lastSeenAt: before.justNow });
  await Promise.all([longAgo, justNow, longAgo].map(findViewer));
  await vi.waitFor(async () => expect((await listSessions(memberId))[0]?.id).toBe(longAgo.sessionId), 8_000);
  expect((await listSessions(memberId))[1]?.lastSeenAt).toEqual(before.justNow);
});

test("the rule for one session and the rule for many agree", async () => {
  const memberId = await newMember();
  const suspended = await newMember();
  await prisma.member.update({ where: { id: suspended }, data: { suspendedAt: new Date() } });
  const [good, ended, over] = [
    await newSession(memberId),
    await newSession(memberId),
    await newSession(memberId),
  ];
  await end(ended);
  await change(over, { endsAt: new Date() });
  const all = [good, ended, over, await newSession(suspended), claimsOfMember(memberId)];
  all.push({ ...good, sessionId: randomUUID() }, claimsOfMember(memberId, 1), claimsOfMember(randomUUID()));
  all.push({ ...ended, isRecorded: false });
  const found = await findEndedSessions(all);
  for (const session of all)
    expect([session, found.has(session.sessionId)]).toEqual([session, !(await holds(session))]);
  expect(await Promise.all(all.slice(0, 3).map(holds))).toEqual([true, false, false]);
});

describe("a sign-in", () => {
  test("ends the browser's previous session, of any member", async () => {
    const [memberId, other] = [await newMember(), await newMember()];
    const old = await newSession(other);
    const next = await newSession(memberId, { replaces: old });
    expect([await holds(old), await holds(next)]).toEqual([false, true]);
    const last = await newSession(memberId, { replaces: next });
    expect([await holds(next), await holds(last)]).toEqual([false, true]);
  });

  test("is listed with its device, without its address", async () => {
    const memberId = await newMember();
    const headers = new Headers({ "user-agent": chrome, "x-forwarded-for": "203.0.113.7" });
    const { sessionId } = await createSession({ memberId, sessionVersion: 0, headers });
    expect(await listSessions(memberId)).toEqual([
      {
        id: sessionId,
        device: "Chrome · Windows",
        createdAt: expect.any(Date),
        lastSeenAt: expect.any(Date),
      },
    ]);
    const row = await prisma.session.findUniqueOrThrow({ where: { id: sessionId } });
    expect(JSON.stringify(row)).not.toContain("203.0.113");
    expect(row.addressHash).toMatch(/^[\w-]{43}$/);
  });

  test("deletes sessions older than any cookie", async () => {
    const memberId = await newMember();
    const [old, recent] = [await newSession(memberId), await newSession(memberId)];
    await change(old, { lastSeenAt: new Date(Date.now() - 32 * day) });
    await change(recent, { lastSeenAt: new Date(Date.now() - 29 * day) });
    await newSession(memberId);
    const rows = await prisma.session.findMany({ where: { memberId } });
    expect(rows.map(({ id }) => id)).not.toContain(old.sessionId);
    expect(rows).toHaveLength(2);
  });
});

describe("the list of sessions", () => {
  test("ends one session and its browser's push subscription, only for its member", async () => {
    const memberId = await newMember();
    const [here, phone] = [await newSession(memberId), await newSession(memberId)];
    const keys = { p256dh: "p", auth: "a", device: "phone" };
    for (const { sessionId } of [here, phone])
      await saveSubscription({ memberId, sessionId, endpoint: `https://push.test/${sessionId}`, ...keys });
    const { sessionId } = phone;

    expect(await endListedSession({ memberId: await newMember(), sessionId })).toBe(false);
    expect(await holds(phone)).toBe(true);
    expect(await endListedSession({ memberId, sessionId })).toBe(true);
    expect(await endListedSession({ memberId, sessionId })).toBe(false);
    expect([await holds(phone), await holds(here)]).toEqual([false, true]);
    expect((await listSessions(memberId)).map(({ id }) => id)).toEqual([here.sessionId]);
    const pushed = await prisma.pushSubscription.findMany({ where: { memberId } });
    expect(pushed.map((one) => one.sessionId)).toEqual([here.sessionId]);
  });

  test("is empty after a sign-out everywhere, which ends sessions without a row too", async () => {
    const memberId = await newMember();
    const sessions = [await newSession(memberId), await newSession(memberId), claimsOfMember(memberId)];
    await endSessions(memberId);
    expect(await Promise.all(sessions.map(holds))).toEqual([false, false, false]);
    expect(await listSessions(memberId)).toEqual([]);
  });
});

test("a token claims its session id, or without one the token's own id", () => {
  const [memberId, sessionId, jti] = [randomUUID(), randomUUID(), randomUUID()];
  expect(claimsOf({ memberId, sessionVersion: 2, sessionId, jti })).toEqual({
    memberId,
    sessionVersion: 2,
    sessionId,
    isRecorded: true,
  });
  expect(claimsOf({ memberId, sessionVersion: 2, jti })).toMatchObject({ sessionId: jti, isRecorded: false });
  expect(claimsOf({ memberId, sessionVersion: 2, sessionId: "mine", jti })).toBeNull();
});
