import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { captureLog } from "../../test/captured-log.ts";

import { newMember } from "../../test/new-member.ts";
import { suspendMember } from "../account/suspension.ts";
import { claimsOfMember, newSession } from "../../test/new-session.ts";
import type { UserId } from "../auth/user-id.ts";
import { pool, prisma } from "../db.ts";
import { sqlOf } from "../in-transaction.ts";
import { jobQueue } from "../jobs/queue.ts";
import { notifySignedOut, revokeSession } from "../auth/sessions/revoke.ts";
import { signedOutChannel } from "../auth/sessions/signed-out-channel.ts";
import { createNotice } from "./create-notice.ts";
import { LiveNotices } from "./live-notices.ts";
import { getNoticeState, markRead } from "./notice-data.ts";

const servers: LiveNotices[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  vi.useRealTimers();
});
afterAll(async () => (await jobQueue()).stop());

function newServer(): LiveNotices {
  const server = new LiveNotices();
  servers.push(server);
  return server;
}

async function tell(memberId: string) {
  await createNotice(sqlOf(pool), await jobQueue(), {
    memberId,
    eventKey: crypto.randomUUID(),
    kind: "REPLY_FINISHED",
    data: { date: "2026-11-21" },
  });
}

/** Reads its stream like a browser. */
class Tab {
  readonly unread: number[] = [];
  readonly others: string[] = [];
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly closed: Promise<void>;

  constructor(server: LiveNotices, memberId: string, claims = claimsOfMember(memberId)) {
    const stream = server.watch(claims);
    if (!stream) throw new Error("the server is closing");
    this.#reader = stream.getReader();
    this.closed = this.#read();
  }

  async #read() {
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done) return;
      const text = new TextDecoder().decode(value);
      const [, event, data] = /^event: (\w+)\ndata: (.*)\n\n$/.exec(text) ?? [];
      if (event === "state") this.unread.push(JSON.parse(data!).unread);
      else this.others.push(event ?? text);
    }
  }

  leave() {
    return this.#reader.cancel();
  }
}

const patience = { timeout: 10_000, interval: 20 };

/** Waits for these states, from the start of the stream. */
async function shows(tab: Tab, ...unread: number[]) {
  await vi.waitFor(() => {
    if (String(tab.unread) !== String(unread)) throw new Error(`told ${tab.unread}, not ${unread}`);
  }, patience);
}

const listeners = async () => {
  const { rows } = await pool.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'sora-notices' AND datname = current_database()
        AND query = 'LISTEN ${signedOutChannel}'`, // the last of them
  );
  return rows.map(({ pid }) => pid);
};

describe("every open tab", () => {
  test("gets its state at once and each later change, on every server", async () => {
    const memberId = await newMember();
    await tell(memberId);
    const [one, two] = [newServer(), newServer()];
    const tabs = [new Tab(one, memberId), new Tab(one, memberId), new Tab(two, memberId)];
    const stranger = new Tab(one, await newMember());
    for (const tab of tabs) await shows(tab, 1);
    await tell(memberId);
    for (const tab of tabs) await shows(tab, 1, 2);

    // Marked as read in one tab, it is read in every tab.
    await markRead({ memberId, upTo: (await getNoticeState(memberId)).latest!.id });
    for (const tab of tabs) await shows(tab, 1, 2, 0);
    await shows(stranger, 0);
    expect(tabs[0]!.others).toEqual([expect.stringMatching(/^retry: \d+\n\n$/), "build"]);
  });

  test("shares one listening connection with all tabs of its server", async () => {
    const server = newServer();
    const members = await Promise.all(Array.from({ length: 20 }, () => newMember()));
    const tabs = members.map((memberId) => new Tab(server, memberId));
    for (const tab of tabs) await shows(tab, 0);
    await vi.waitFor(async () => expect(await listeners()).toHaveLength(1), patience);
    await Promise.all(tabs.map((tab) => tab.leave()));
  });

  test("gets changes from while the listening connection was lost", async () => {
    const memberId = await newMember();
    const server = newServer();
    const tab = new Tab(server, memberId);
    await shows(tab, 0);
    await vi.waitFor(async () => expect(await listeners()).toHaveLength(1), patience);
    const { lines } = captureLog();
    const [lost] = await listeners();
    // The connection is lost and a notice sent before it listens again, in one step.
    await pool.query(`SELECT pg_terminate_backend($1)`, [lost]);
    await tell(memberId);
    await shows(tab, 0, 1);
    await vi.waitFor(
      async () => expect(await listeners()).toEqual([expect.not.toSatisfy((pid) => pid === lost)]),
      patience,
    );
    await tell(memberId);
    await shows(tab, 0, 1, 2);
    expect(lines).toContainEqual(expect.stringContaining("not listening"));
  });

  test("keeps its state while the database is unavailable", async () => {
    const memberId = await newMember();
    const server = newServer();
    const tab = new Tab(server, memberId);
    await shows(tab, 0);
    const { lines } = captureLog();
    const query = vi.spyOn(pool, "query").mockImplementation(() => {
      throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    });
    const late = new Tab(server, memberId);
    await vi.waitFor(() => expect(lines).not.toEqual([]), patience);
    query.mockRestore();
    expect(tab.unread).toEqual([0]);
    await tell(memberId);
    await shows(tab, 0, 1);
    await shows(late, 1);
  });
});

describe("a stream", () => {
  async function seen(claims: { memberId: UserId }) {
    const server = newServer();
    const tab = new Tab(server, claims.memberId);
    await shows(tab, 0);
    return { server, tab };
  }

  test("ends with its session, before another event is written", async () => {
    const memberId = await newMember();
    const { tab } = await seen({ memberId });
    await prisma.member.update({ where: { id: memberId }, data: { sessionVersion: 1 } });
    await tell(memberId);
    await tab.closed;
    expect(tab.unread).toEqual([0]);
  });

  test("ends when its member is suspended or deleted", async () => {
    const [suspended, deleted] = [await newMember(), await newMember()];
    const { server, tab } = await seen({ memberId: suspended });
    const other = new Tab(server, deleted);
    await shows(other, 0);
    const jobs = await jobQueue();
    await prisma.$transaction((tx) => suspendMember(tx, { memberId: suspended, jobs }, null));
    await prisma.member.delete({ where: { id: deleted } });
    for (const memberId of [suspended, deleted])
      await pool.query(`SELECT pg_notify('sora_notice', $1)`, [memberId]);
    expect(await Promise.all([tab.closed, other.closed])).toHaveLength(2);
  });

  test("ends at once with its session and names the reason; streams of other sessions continue", async () => {
    const memberId = await newMember();
    const [here, elsewhere] = [await newSession(memberId), await newSession(memberId)];
    const server = newServer();
    const [tab, other] = [new Tab(server, memberId, here), new Tab(server, memberId, elsewhere)];
    await Promise.all([shows(tab, 0), shows(other, 0)]);
    await vi.waitFor(async () => expect(await listeners()).toHaveLength(1), patience);
    await prisma.$transaction((tx) => revokeSession(tx, here));
    await tab.closed;
    expect(tab.others.at(-1)).toBe("gone");
    await tell(memberId);
    await shows(other, 0, 1);
  });

  test("ends when its session ended while the stream was opening", async () => {
    const memberId = await newMember();
    const session = await newSession(memberId);
    const server = newServer();
    const earlier = new Tab(server, memberId, session);
    await shows(earlier, 0);
    await vi.waitFor(async () => expect(await listeners()).toHaveLength(1), patience);
    await prisma.$transaction((tx) => revokeSession(tx, session));
    await earlier.closed;
    await new Tab(server, memberId, session).closed;
  });

  test("continues when only the member's role changed", async () => {
    const memberId = await newMember();
    const { tab } = await seen({ memberId });
    await vi.waitFor(async () => expect(await listeners()).toHaveLength(1), patience);
    await prisma.$transaction((tx) => notifySignedOut(tx, memberId));
    await tell(memberId);
    await shows(tab, 0, 1);
  });

  test("ends at once when its server shuts down, which then accepts no new stream", async () => {
    const { server, tab } = await seen({ memberId: await newMember() });
    server.close();
    await tab.closed;
    expect(server.watch(claimsOfMember(await newMember()))).toBeNull();
    await vi.waitFor(async () => expect(await listeners()).toEqual([]), patience);
  });

  test("is one of the newest twelve of a member: the oldest one ends without reconnecting", async () => {
    const memberId = await newMember();
    const server = newServer();
    const tabs = Array.from({ length: 14 }, () => new Tab(server, memberId));
    await Promise.all(tabs.slice(0, 2).map(({ closed }) => closed));
    for (const { others } of tabs.slice(0, 2)) expect(others.at(-1)).toBe("full");
    await tell(memberId);
    await vi.waitFor(() => {
      for (const { unread } of tabs.slice(2)) expect(unread.at(-1)).toBe(1);
    });
  });

  test("pings every twenty seconds, detects an ended session, and ends after its maximum duration", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
    const memberId = await newMember();
    const { server, tab } = await seen({ memberId });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(tab.others.at(-1)).toBe("ping");
    await prisma.member.update({ where: { id: memberId }, data: { sessionVersion: 1 } });
    await vi.advanceTimersByTimeAsync(20_000);
    await tab.closed;

    const another = new Tab(server, memberId, claimsOfMember(memberId, 1));
    await shows(another, 0);
    await vi.advanceTimersByTimeAsync(15 * 60_000 + 20_000);
    await another.closed;
  });
});
