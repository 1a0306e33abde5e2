import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";

import { judgedReview, newModerator } from "../../../test/desk-scene.ts";
import { newGym } from "../../../test/new-gym.ts";
import { newMember } from "../../../test/new-member.ts";
import { newQueueItem } from "../../../test/new-queue.ts";
import { claimsOfMember } from "../../../test/new-session.ts";
import { rejection } from "../../../test/review-scene.ts";
import { changeRole } from "../../account/people-roles.ts";
import { pool, prisma } from "../../db.ts";
import { jobQueue } from "../../jobs/queue.ts";
import { signedOutChannel } from "../../auth/sessions/signed-out-channel.ts";
import { createModerateQueue } from "../judging/judge-job.ts";
import { assignItem } from "./assignment/assign-item.ts";
import { deskChannel } from "../revision/review-channel.ts";
import { DeskEvents } from "./desk-events.ts";
import { look } from "./presence.ts";
import type { QueueChange } from "./queue-changes.ts";

beforeAll(async () => createModerateQueue(await jobQueue()));
afterAll(async () => (await jobQueue()).stop());

const servers: DeskEvents[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  vi.useRealTimers();
});

function newServer(): DeskEvents {
  const server = new DeskEvents();
  servers.push(server);
  return server;
}

type Told = { event: string; data: Record<string, unknown> };

/** Reads its stream like the browser. */
class Tab {
  readonly told: Told[] = [];
  readonly closed: Promise<void>;

  constructor(server: DeskEvents, memberId: string, sessionVersion = 0) {
    const stream = server.watch(claimsOfMember(memberId, sessionVersion));
    if (!stream) throw new Error("the server is closing");
    this.closed = this.#read(stream.getReader());
  }

  async #read(reader: ReadableStreamDefaultReader<Uint8Array>) {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const [, event, data] = /^event: (\w+)\ndata: (.*)\n\n$/.exec(new TextDecoder().decode(value)) ?? [];
      if (event) this.told.push({ event, data: JSON.parse(data!) as Told["data"] });
    }
  }

  /** Waits for an event of that kind. */
  async hears(event: string, isIt: (data: Told["data"]) => boolean = () => true) {
    return vi.waitFor(
      () => {
        const found = this.told.findLast((one) => one.event === event && isIt(one.data));
        if (!found) throw new Error(`not told: ${event}`);
        return found.data;
      },
      { timeout: 8_000, interval: 20 },
    );
  }
}

const notify = (channel: string, payload: string) =>
  pool.query("SELECT pg_notify($1, $2)", [channel, payload]);
const says = (revisionId: string) => (data: Told["data"]) => JSON.stringify(data).includes(revisionId);

test("a tab first gets the counts and the presence, then what opens and closes", async () => {
  const { id: gymId } = await newGym();
  const { revisionId, itemId } = await newQueueItem({ gymId, reason: "FAILED" });
  const tab = new Tab(newServer(), await newModerator("민지"));
  const { counts } = (await tab.hears("state")) as { counts: { FAILED: { count: number } } };
  expect(counts.FAILED.count).toBeGreaterThan(0);

  await notify(deskChannel, revisionId);
  expect(await tab.hears("changed", says(revisionId))).toMatchObject({
    changes: [{ revisionId, reason: "FAILED", last: null }],
  });
  const moderatorId = await newModerator("도윤");
  await prisma.moderationItem.update({ where: { id: itemId }, data: { closedAt: new Date() } });
  await prisma.moderatorAct.create({ data: { kind: "APPROVE", revisionId, moderatorId, before: {} } });
  await notify(deskChannel, revisionId);
  expect(await tab.hears("changed", says("APPROVE"))).toMatchObject({
    changes: [{ revisionId, reason: null, last: { kind: "APPROVE", name: "도윤" } }],
    counts: { FAILED: { count: counts.FAILED.count - 1 } },
  });
});

test("a tab gets the model's decisions, with the values of the queue's filters", async () => {
  const tab = new Tab(newServer(), await newModerator("민지"));
  await tab.hears("state");
  const since = Date.now();
  const { gymId, revisionId } = await judgedReview(rejection);
  const { changes } = (await tab.hears("changed", says("profanity"))) as { changes: QueueChange[] };
  const change = changes.find((one) => one.revisionId === revisionId);
  expect(change).toMatchObject({ reason: null, gymId, category: "profanity", decidedBy: "MODEL" });
  expect(change!.decidedAt).toBeGreaterThan(since - 1_000);
});

test("a tab gets the presence of moderators on every server", async () => {
  const { id: gymId } = await newGym();
  const { revisionId } = await newQueueItem({ gymId });
  const tab = new Tab(newServer(), await newModerator("민지"));
  await tab.hears("state");
  const moderatorId = await newModerator("도윤");
  await look({ moderatorId, revisionId });
  const lookers = await tab.hears("lookers", says(revisionId));
  expect(lookers).toContainEqual({ moderatorId, revisionId, name: "도윤", hasOpen: true, hasTaken: false });
  await assignItem({ revisionId, toId: moderatorId, takerId: null });
  const taken = await tab.hears("lookers", says('"hasOpen":true,"hasTaken":true'));
  expect(taken).toContainEqual({ moderatorId, revisionId, name: "도윤", hasOpen: true, hasTaken: true });
});

test("many concurrent changes are one event", async () => {
  const { id: gymId } = await newGym();
  const items = [];
  for (let n = 0; n < 20; n += 1) items.push(await newQueueItem({ gymId }));
  const tab = new Tab(newServer(), await newModerator("민지"));
  await tab.hears("state");
  await Promise.all(items.map(({ revisionId }) => notify(deskChannel, revisionId)));
  for (const { revisionId } of items) await tab.hears("changed", says(revisionId));
  expect(tab.told.filter(({ event }) => event === "changed").length).toBeLessThanOrEqual(3);
});

test("a former moderator's stream ends: at once after signing out, otherwise within seconds", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const server = newServer();
  const [demoted, signedOut, stays] = [
    await newModerator("a"),
    await newModerator("b"),
    await newModerator("c"),
  ];
  const tabs = [new Tab(server, demoted), new Tab(server, signedOut), new Tab(server, stays)] as const;
  for (const tab of tabs) await tab.hears("state");

  await prisma.member.update({ where: { id: signedOut }, data: { sessionVersion: 1 } });
  await notify(signedOutChannel, signedOut);
  await tabs[1].closed;
  await prisma.member.update({ where: { id: demoted }, data: { role: "MEMBER" } });
  await vi.advanceTimersByTimeAsync(5_000);
  await tabs[0].closed;
  for (const tab of [tabs[0], tabs[1]]) expect(tab.told.at(-1)?.event).toBe("gone");

  // Their presence is removed too.
  const { revisionId } = await newQueueItem({ gymId: (await newGym()).id });
  await look({ moderatorId: demoted, revisionId });
  await look({ moderatorId: stays, revisionId });
  expect(await tabs[2].hears("lookers", says(revisionId))).not.toContainEqual(
    expect.objectContaining({ moderatorId: demoted }),
  );
  await look({
    moderatorId: stays,
    revisionId: (await newQueueItem({ gymId: (await newGym()).id })).revisionId,
  });
  await tabs[2].hears("lookers", says(stays));
});

test("a role that an admin withdraws ends the moderator's stream at once", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const [adminId, memberId] = [await newMember(), await newModerator("민지")];
  await prisma.member.update({ where: { id: adminId }, data: { role: "ADMIN" } });
  const tab = new Tab(newServer(), memberId);
  await tab.hears("state");
  expect(await changeRole({ adminId, memberId, role: "MEMBER" })).toMatchObject({ ok: true });
  await tab.closed;
  expect(tab.told.at(-1)?.event).toBe("gone");
});

test("a server that stops ends its streams and opens no new one", async () => {
  const server = newServer();
  const memberId = await newModerator("민지");
  const tab = new Tab(server, memberId);
  server.close();
  await tab.closed;
  expect(server.watch(claimsOfMember(memberId))).toBeNull();
});
