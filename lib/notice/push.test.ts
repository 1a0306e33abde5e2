import type { JobWithMetadata } from "pg-boss";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { PushService, type PushSubscriptionJson } from "../../e2e/support/push-service/server.ts";
import { captureLog } from "../../test/captured-log.ts";
import { newMember } from "../../test/new-member.ts";
import { newVapidPair } from "../../test/new-vapid-pair.ts";
import { endSessions } from "../account/data.ts";
import { restoreMember, suspendMember } from "../account/suspension.ts";
import type { UserId } from "../auth/user-id.ts";
import { pool, prisma } from "../db.ts";
import { env } from "../env.ts";
import { sqlOf } from "../in-transaction.ts";
import { jobQueue } from "../jobs/queue.ts";
import { createNotice } from "./create-notice.ts";
import { findDuePush } from "./due-push.ts";
import { leaveBrowser } from "./leave-browser.ts";
import {
  findDevice,
  isDeviceOf,
  listDevices,
  listOptOuts,
  maxDevices,
  removeDevice,
  savePushKinds,
  saveSubscription,
} from "./push-data.ts";
import { workPushJobs } from "./push-job.ts";
import { testMessage } from "./push-message.ts";
import { pushQueue } from "./push-queue.ts";
import { subscriptionSchema } from "./push-schema.ts";
import { noticeKinds, type NoticeContent } from "./schema.ts";
import { sendPush } from "./send-push.ts";

let service: PushService;

beforeAll(async () => {
  service = await PushService.start();
  // As set by the start-up script.
  Object.assign(env(), { ...newVapidPair(), PUSH_OWN_ORIGINS: [service.origin] });
  await workPushJobs(await jobQueue());
});

afterAll(async () => {
  await (await jobQueue()).stop();
  await service.close();
});

const flat = ({ endpoint, keys }: PushSubscriptionJson) => ({ endpoint, ...keys });

async function add(memberId: UserId, subscription: PushSubscriptionJson, device = "Chrome · Windows") {
  const id = await saveSubscription({ memberId, ...flat(subscription), device });
  if (!id) throw new Error("not saved");
  return id;
}

const finished: NoticeContent = { kind: "REPLY_FINISHED", data: { date: "2026-11-21" } };
const rejected: NoticeContent = {
  kind: "REVIEW_REJECTED",
  data: {
    reviewId: "5b0c9c30-0000-4000-8000-000000000001",
    gym: { slug: "bada-gym", name: "바다짐", nameEn: null },
    trainer: null,
    rule: "profanity",
  },
};

async function tell(memberId: UserId, content = finished): Promise<string> {
  const eventKey = crypto.randomUUID();
  const db = sqlOf(pool);
  await createNotice(db, await jobQueue(), { memberId, eventKey, ...content });
  const { id } = await prisma.notice.findFirstOrThrow({ where: { memberId, eventKey } });
  return id;
}

const messages = (subscription: PushSubscriptionJson) =>
  service.received(subscription).map(({ message }) => JSON.parse(message));

async function arrives(subscription: PushSubscriptionJson, count = 1) {
  await vi.waitFor(() => expect(service.received(subscription)).toHaveLength(count), {
    timeout: 12_000,
    interval: 20,
  });
}

/** The device's queued and finished jobs, oldest first. */
async function jobsOf(subscriptionId: string) {
  const { rows } = await pool.query<{ state: string; tries: number; inSeconds: number }>(
    `SELECT state, coalesce((data->>'tries')::int, 0) AS tries,
            extract(epoch FROM start_after - now())::float8 AS "inSeconds"
       FROM pgboss.job WHERE name = $1 AND data->>'subscriptionId' = $2 ORDER BY created_on`,
    [pushQueue, subscriptionId],
  );
  return rows;
}

const allDone = (subscriptionId: string, count = 1) =>
  vi.waitFor(
    async () =>
      expect((await jobsOf(subscriptionId)).filter(({ state }) => state === "completed")).toHaveLength(count),
    { timeout: 12_000, interval: 20 },
  );

describe("a notice is pushed", () => {
  test("to each of the member's devices, encrypted and signed, with generic texts in both languages", async () => {
    const memberId = await newMember();
    const [phone, laptop] = [service.subscribe(), service.subscribe()];
    await add(memberId, phone);
    await add(memberId, laptop);
    await tell(memberId, rejected);
    await Promise.all([arrives(phone), arrives(laptop)]);
    expect(service.faults(phone)).toEqual([]);

    const [push] = service.received(phone);
    expect(push).toMatchObject({
      ttl: 86_400,
      urgency: "normal",
      topic: expect.stringMatching(/^[\w-]{32}$/),
    });
    const [message] = messages(phone);
    expect(message).toEqual({
      texts: {
        ko: { title: "소라", body: expect.stringContaining("공개되지 않았어요") },
        en: { title: "Sora", body: expect.stringContaining("not published") },
      },
      locale: null,
      url: "/me/reviews",
      tag: push!.topic,
    });
    // Reveals nothing about the subject.
    expect(push!.message).not.toMatch(/바다짐|bada|profanity|5b0c9c30/);
  });

  test("in the language that the member chose", async () => {
    const memberId = await newMember();
    await prisma.member.update({ where: { id: memberId }, data: { locale: "en" } });
    const phone = service.subscribe();
    await add(memberId, phone);
    await tell(memberId);
    await arrives(phone);
    expect(messages(phone)).toMatchObject([{ locale: "en", url: "/diary/2026-11-21" }]);
  });

  test("once, also for repeated events", async () => {
    const memberId = await newMember();
    const phone = service.subscribe();
    const id = await add(memberId, phone);
    const db = sqlOf(pool);
    for (let time = 0; time < 3; time += 1)
      await createNotice(db, await jobQueue(), { memberId, eventKey: "reply:1", ...finished });
    await arrives(phone);
    expect(await jobsOf(id)).toHaveLength(1);
  });

  test("with only ids in its job", async () => {
    const memberId = await newMember();
    const id = await add(memberId, service.subscribe());
    const noticeId = await tell(memberId, rejected);
    const { rows } = await pool.query<Pick<JobWithMetadata, "data">>(
      "SELECT data FROM pgboss.job WHERE name = $1 AND data->>'subscriptionId' = $2",
      [pushQueue, id],
    );
    expect(rows).toEqual([{ data: { noticeId, subscriptionId: id } }]);
  });
});

describe("a notice is not pushed", () => {
  test("for a kind that the member turned off, but appears in the app", async () => {
    const memberId = await newMember();
    const phone = service.subscribe();
    const id = await add(memberId, phone);
    await savePushKinds({ memberId, wanted: noticeKinds.filter((kind) => kind !== "REVIEW_REJECTED") });
    expect(await listOptOuts(memberId)).toEqual(["REVIEW_REJECTED"]);
    await tell(memberId, rejected);
    await tell(memberId);
    await arrives(phone);
    expect(messages(phone)).toMatchObject([{ url: "/diary/2026-11-21" }]);
    expect(await jobsOf(id)).toHaveLength(1);
    expect(await prisma.notice.count({ where: { memberId } })).toBe(2);

    // Again, in reverse: two tabs with the same form.
    await savePushKinds({ memberId, wanted: ["REVIEW_REJECTED"] });
    await savePushKinds({ memberId, wanted: ["REVIEW_REJECTED"] });
    expect((await listOptOuts(memberId)).toSorted()).toEqual(
      noticeKinds.filter((kind) => kind !== "REVIEW_REJECTED").toSorted(),
    );
  });

  test("for anything except the suspension while its member is suspended", async () => {
    const memberId = await newMember();
    const phone = service.subscribe();
    const subscriptionId = await add(memberId, phone);
    const jobs = await jobQueue();
    await prisma.$transaction((tx) => suspendMember(tx, { memberId, jobs }, "광고"));
    await tell(memberId);
    await allDone(subscriptionId, 2);
    expect(messages(phone)).toMatchObject([{ url: "/suspended" }]);
    expect(JSON.stringify(messages(phone))).not.toContain("광고");

    await prisma.$transaction((tx) => restoreMember(tx, { memberId, jobs }));
    await arrives(phone, 2);
  });

  test("when it was read, or its device was removed, after it was queued", async () => {
    const [memberId, other] = [await newMember(), await newMember()];
    const phone = service.subscribe();
    const subscriptionId = await add(memberId, phone);
    const noticeId = await tell(memberId);
    await arrives(phone);
    const due = () => findDuePush({ noticeId, subscriptionId });
    expect(await due()).not.toBeNull();

    await prisma.notice.update({ where: { id: noticeId }, data: { readAt: new Date() } });
    expect(await due()).toBeNull();
    await prisma.notice.update({ where: { id: noticeId }, data: { readAt: null } });

    await prisma.member.update({ where: { id: memberId }, data: { suspendedAt: new Date() } });
    expect(await due()).toBeNull();
    await prisma.member.update({ where: { id: memberId }, data: { suspendedAt: null } });

    await savePushKinds({ memberId, wanted: [] });
    expect(await due()).toBeNull();
    await savePushKinds({ memberId, wanted: [...noticeKinds] });
    expect(await due()).not.toBeNull();

    await add(other, phone);
    expect(await due()).toBeNull();
  });
});

describe("a push service", () => {
  test.each([404, 410])("that answers %i removes the device", async (status) => {
    const memberId = await newMember();
    const phone = service.subscribe({ status });
    const id = await add(memberId, phone);
    await tell(memberId);
    await allDone(id);
    expect(await listDevices(memberId)).toEqual([]);
    expect(await jobsOf(id)).toHaveLength(1);
  });

  test("that answers 429 is called again at its Retry-After, not sooner", async () => {
    const memberId = await newMember();
    const phone = service.subscribe({ status: 429, headers: { "retry-after": "120" } });
    const id = await add(memberId, phone);
    await tell(memberId);
    await allDone(id);
    const waiting = (await jobsOf(id)).find(({ state }) => state === "created");
    expect(waiting).toMatchObject({ tries: 1 });
    expect(waiting!.inSeconds).toBeGreaterThan(110);
    expect(await listDevices(memberId)).toHaveLength(1);
  });

  test("may send Retry-After as a date", async () => {
    const at = new Date(Date.now() + 300_000).toUTCString();
    const phone = service.subscribe({ status: 503, headers: { "retry-after": at } });
    const outcome = await sendPush(flat(phone), testMessage(null));
    expect(outcome).toMatchObject({ kind: "LATER" });
    expect(Math.abs((outcome as { retryAfterSeconds: number }).retryAfterSeconds - 300)).toBeLessThan(5);
  });

  test("that fails is called again, and the message arrives", async () => {
    const memberId = await newMember();
    const phone = service.subscribe({ status: 500 });
    const id = await add(memberId, phone);
    await tell(memberId);
    await arrives(phone, 2);
    await allDone(id, 2);
    expect(await jobsOf(id)).toMatchObject([{ tries: 0 }, { tries: 1 }]);
    const [first, second] = service.received(phone);
    expect(second!.at - first!.at).toBeGreaterThan(1_900);
  });

  test("that keeps failing is not called again after a day", async () => {
    const memberId = await newMember();
    const phone = service.subscribe(...Array.from({ length: 3 }, () => ({ status: 500 })));
    const id = await add(memberId, phone);
    const noticeId = await tell(memberId);
    await allDone(id);
    const jobs = await jobQueue();
    await jobs.send(pushQueue, { noticeId, subscriptionId: id, tries: 7 });
    await pool.query("UPDATE notice SET created_at = now() - interval '24 hours' WHERE id = $1", [noticeId]);
    await jobs.send(pushQueue, { noticeId, subscriptionId: id, tries: 3 });
    await arrives(phone, 3);
    await allDone(id, 3);
    expect((await jobsOf(id)).map(({ tries }) => tries).toSorted()).toEqual([0, 1, 3, 7]);
  });

  test("that refuses a message permanently is not called again, and the log has the device's id", async () => {
    const { lines } = captureLog();
    const memberId = await newMember();
    const phone = service.subscribe({ status: 403 });
    const id = await add(memberId, phone);
    await tell(memberId);
    await allDone(id);
    expect(await jobsOf(id)).toHaveLength(1);
    expect(lines).toContain(`push refused: deviceId=${id} status=403`);
    expect(await listDevices(memberId)).toHaveLength(1);
  });

  test("that never answers or is unreachable does not delay other devices", async () => {
    const memberId = await newMember();
    const nobody = { ...service.subscribe(), endpoint: "http://127.0.0.1:9/push/nobody" };
    Object.assign(env(), { PUSH_OWN_ORIGINS: [service.origin, "http://127.0.0.1:9"] });
    const [silent, away, well] = [service.subscribe({ status: 0, hang: true }), nobody, service.subscribe()];
    for (const device of [silent, away, well]) await add(memberId, device);
    await tell(memberId);
    await arrives(well);
    await arrives(silent);
    expect(await listDevices(memberId)).toHaveLength(3);
  });

  test("that redirects is not followed, whatever the target", async () => {
    const inner = await PushService.start();
    const secret = inner.subscribe();
    const phone = service.subscribe({ status: 307, headers: { location: secret.endpoint } });
    expect(await sendPush(flat(phone), testMessage(null))).toEqual({ kind: "REFUSED", status: 307 });
    expect([inner.received(secret), inner.faults(secret)]).toEqual([[], []]);
    await inner.close();
  });
});

describe("a name that resolves to a private address", () => {
  const target = { ...flat({ endpoint: "https://fcm.googleapis.com/a", keys: { p256dh: "", auth: "" } }) };
  const at = (...addresses: string[]) => {
    const { keys } = service.subscribe();
    const resolve = vi.fn<() => Promise<{ address: string; family: number }[]>>(async () =>
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
    return { resolve, sent: sendPush({ ...target, ...keys }, testMessage(null), resolve) };
  };

  test.each([["127.0.0.1"], ["169.254.169.254"], ["::ffff:10.0.0.1"], ["8.8.8.8", "10.0.0.1"]])(
    "is not called: %s %s",
    async (...addresses) => {
      const connect = vi.spyOn((await import("node:net")).Socket.prototype, "connect");
      expect(await at(...addresses).sent).toEqual({ kind: "LATER", retryAfterSeconds: undefined });
      expect(connect).not.toHaveBeenCalled();
    },
  );

  test("only after the check gets no request: the connection uses the checked address", async () => {
    const connected: unknown[] = [];
    vi.spyOn((await import("node:net")).Socket.prototype, "connect").mockImplementation(function connect(
      this: {
        destroy(error: Error): unknown;
      },
      ...[options]: unknown[]
    ) {
      connected.push(options);
      queueMicrotask(() => this.destroy(new Error("no network in tests")));
      return this as never;
    });
    const { resolve, sent } = at("203.0.114.7");
    await sent;
    // Resolved once: the connection gets the checked answer.
    expect(resolve).toHaveBeenCalledOnce();
    const [options] = connected.flat() as { lookup: (...args: unknown[]) => void; host: string }[];
    expect(options!.host).toBe("fcm.googleapis.com");
    const found = vi.fn<(error: unknown, address: unknown, family?: number) => void>();
    options!.lookup("fcm.googleapis.com", { all: false }, found);
    options!.lookup("rebound.example", { all: true }, found);
    expect(found.mock.calls).toEqual([
      [null, "203.0.114.7", 4],
      [null, [{ address: "203.0.114.7", family: 4 }]],
    ]);
  });
});

describe("a device", () => {
  test("belongs to the member who last turned it on", async () => {
    const [first, second] = [await newMember(), await newMember()];
    const browser = service.subscribe();
    await add(first, browser);
    await add(second, browser);
    expect(await listDevices(first)).toEqual([]);
    expect(await listDevices(second)).toHaveLength(1);
    await tell(first);
    await tell(second);
    await arrives(browser);
  });

  test("is visible to and removable by its member only", async () => {
    const [memberId, stranger] = [await newMember(), await newMember()];
    const id = await add(memberId, service.subscribe(), "Firefox · Linux");
    expect(await removeDevice({ memberId: stranger, id })).toBe(false);
    expect(await findDevice({ memberId: stranger, id })).toBeNull();
    expect(await listDevices(stranger)).toEqual([]);
    expect(await listDevices(memberId)).toEqual([
      {
        id,
        name: "Firefox · Linux",
        createdAt: expect.any(Date),
        fingerprint: expect.stringMatching(/^[\da-f]{64}$/),
      },
    ]);
    expect(await removeDevice({ memberId, id })).toBe(true);
    expect(await removeDevice({ memberId, id })).toBe(false);
  });

  test("turned on twice is stored once, with its newest keys", async () => {
    const memberId = await newMember();
    const browser = service.subscribe();
    const id = await add(memberId, browser);
    const renewed = { ...browser, keys: service.subscribe().keys };
    expect(await add(memberId, renewed)).toBe(id);
    expect(await findDevice({ memberId, id })).toEqual({ id, ...flat(renewed) });
  });

  test("whose endpoint changed replaces the old one, if that was the member's", async () => {
    const [memberId, stranger] = [await newMember(), await newMember()];
    const old = service.subscribe();
    await add(memberId, old);
    const renewed = { ...flat(service.subscribe()), device: "", replaces: old.endpoint };
    expect(await saveSubscription({ memberId: stranger, ...renewed })).toBeNull();
    expect(await listDevices(stranger)).toEqual([]);
    expect(await saveSubscription({ memberId, ...renewed })).toEqual(expect.any(String));
    expect(await listDevices(memberId)).toHaveLength(1);
  });

  test("that a page sends again replaces the member's device with that fingerprint, if it still exists", async () => {
    const [memberId, stranger] = [await newMember(), await newMember()];
    const old = service.subscribe();
    await add(memberId, old);
    const [{ fingerprint } = { fingerprint: "" }] = await listDevices(memberId);
    expect(await isDeviceOf(memberId, fingerprint)).toBe(true);
    expect(await isDeviceOf(stranger, fingerprint)).toBe(false);
    const renewed = () => ({ ...flat(service.subscribe()), device: "", replacesFingerprint: fingerprint });
    await saveSubscription({ memberId: stranger, ...renewed() });
    expect(await isDeviceOf(memberId, fingerprint)).toBe(true);
    await saveSubscription({ memberId, ...renewed() });
    expect(await isDeviceOf(memberId, fingerprint)).toBe(false);
    expect(await listDevices(memberId)).toHaveLength(1);
    await saveSubscription({ memberId, ...renewed() });
    expect(await listDevices(memberId)).toHaveLength(2);
  });

  test("beyond the twentieth replaces the oldest, also in concurrent requests", async () => {
    const memberId = await newMember();
    const oldest = await add(memberId, service.subscribe());
    await Promise.all(Array.from({ length: maxDevices + 1 }, () => add(memberId, service.subscribe())));
    const devices = await listDevices(memberId);
    expect(devices).toHaveLength(maxDevices);
    expect(devices.map(({ id }) => id)).not.toContain(oldest);
  });

  test("is removed when its member signs out there; other devices remain", async () => {
    const [memberId, stranger] = [await newMember(), await newMember()];
    const [here, elsewhere] = [service.subscribe(), service.subscribe()];
    await add(memberId, here);
    const kept = await add(memberId, elsewhere);
    await leaveBrowser({ memberId: stranger, endpoint: here.endpoint });
    expect(await listDevices(memberId)).toHaveLength(2);
    await leaveBrowser({ memberId, endpoint: here.endpoint });
    expect((await listDevices(memberId)).map(({ id }) => id)).toEqual([kept]);
  });
});

describe("signing out everywhere", () => {
  test("ends pushes to every device, also a lost one", async () => {
    const [memberId, other] = [await newMember(), await newMember()];
    await add(memberId, service.subscribe());
    await add(memberId, service.subscribe());
    await add(other, service.subscribe());
    await endSessions(memberId);
    expect(await listDevices(memberId)).toEqual([]);
    expect(await listDevices(other)).toHaveLength(1);
  });
});

describe("a browser's subscription", () => {
  const faults: Record<string, (valid: PushSubscriptionJson) => unknown> = {
    "another address than a push service's": (valid) => ({ ...valid, endpoint: "https://169.254.169.254/" }),
    "no keys": ({ endpoint }) => ({ endpoint }),
    "a key of the wrong length": ({ endpoint, keys }) => ({ endpoint, keys: { ...keys, auth: "AAAA" } }),
    "a point that is not on the curve": ({ endpoint, keys }) => ({
      endpoint,
      keys: { ...keys, p256dh: Buffer.alloc(65, 4).toString("base64url") },
    }),
    "an endless address": ({ endpoint, keys }) => ({ endpoint: endpoint + "a".repeat(3000), keys }),
  };

  test("is accepted when it is valid", () => {
    const valid = service.subscribe();
    expect(subscriptionSchema.safeParse({ ...valid, expirationTime: null })).toMatchObject({ data: valid });
  });

  test.each(Object.keys(faults))("is refused: %s", (name) => {
    expect(subscriptionSchema.safeParse(faults[name]!(service.subscribe())).success).toBe(false);
  });
});
