import { execFileSync } from "node:child_process";
import { Agent, get } from "node:http";
import pg from "pg";

import { cookieHeader, expect, signUpByForm, test } from "./fixtures.ts";
import type { OwnServer } from "./support/own-server.ts";
import { OwnServers } from "./support/own-servers.ts";

// `npm start` with several processes, which are killed.
test.describe.configure({ mode: "serial", timeout: 90_000 });

const servers = new OwnServers();
test.beforeAll(() => servers.open());
test.afterAll(() => servers.close());

async function query(sql: string) {
  const database = new pg.Client({ connectionString: servers.databaseUrl });
  await database.connect();
  try {
    return (await database.query(sql)).rows;
  } finally {
    await database.end();
  }
}

const childrenOf = (pid: number) =>
  execFileSync("pgrep", ["-P", String(pid)], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map(Number);

/** The processes that serve: children of the group's parent. */
const processesOf = (server: OwnServer) => childrenOf(childrenOf(server.pid)[0]!);

const registered = async () => (await query("SELECT id FROM server")).length;

test("several processes serve on one port, share what comes in, and each is registered", async () => {
  const server = await servers.start({ SERVERS: "2" });
  // Said when both are ready; the first answers sooner.
  expect(processesOf(server)).toHaveLength(2);
  await expect.poll(() => server.said).toContain("2 processes serve (SERVERS).");
  expect(await registered()).toBe(2);

  const cpuBefore = processesOf(server).map(ticksOf);
  for (let round = 0; round < 40; round += 1) await getOnce(`${server.url}/gyms`);
  const used = processesOf(server).map((pid, at) => ticksOf(pid) - cpuBefore[at]!);
  expect(Math.min(...used)).toBeGreaterThan(Math.max(...used) / 3);

  const took = await server.stop();
  expect(took).toBeLessThan(20_000);
  expect(await registered()).toBe(0);
});

test("a process that is killed in mid-reply: another takes its place, and the reply is finished", async ({
  page,
}) => {
  const server = await servers.start({ SERVERS: "2" });
  await signUpByForm(page, server.url);
  const headers = { cookie: await cookieHeader(page), "content-type": "application/json" };
  const at = `${server.url}/api/diary/2026-11-01`;
  const call = (path: string, method: string, body: object) =>
    fetch(at + path, { method, headers, body: JSON.stringify(body) });
  await call("", "PUT", { body: "Cut. [[model delay=10 rate=30 tokens=100]]" });
  const replies = async () => (await (await fetch(at, { headers })).json()).replies;

  const before = processesOf(server);
  void call("/replies", "POST", { tone: "T" })
    .then((answer) => answer.text())
    .catch(() => undefined);
  await expect.poll(async () => (await replies())[0]?.text.length ?? 0).toBeGreaterThan(20);
  // Whichever writes it: one now, the other once the first has its successor.
  for (const pid of before) {
    process.kill(pid, "SIGKILL");
    await expect.poll(() => processesOf(server).filter((other) => other !== pid)).toHaveLength(2);
  }
  await expect
    .poll(async () => (await replies().catch(() => []))[0]?.status, { timeout: 40_000 })
    .toBe("DONE");
  expect(server.said).toContain("A server process ended (killed by SIGKILL). Another one takes its place.");
  await server.stop();
});

test("processes that end again and again are given up, in one line", async () => {
  const server = await servers.start({ SERVERS: "2" });
  const kills = setInterval(() => {
    try {
      for (const pid of processesOf(server)) process.kill(pid, "SIGKILL");
    } catch {
      // between two processes, or over
    }
  }, 300);
  try {
    expect(await server.exited).toBe(1);
  } finally {
    clearInterval(kills);
  }
  expect(server.said.match(/the fifth within a minute: Sora gives up\./g)).toHaveLength(1);
});

test("a member's streams are counted over all processes; asked to stop, every one ends its running replies first", async ({
  page,
}) => {
  const server = await servers.start({ SERVERS: "2", RUNNING_REPLIES_PER_MEMBER: "10" });
  await signUpByForm(page, server.url);
  const headers = { cookie: await cookieHeader(page), "content-type": "application/json" };
  const readings: Promise<string>[] = [];
  let replyId = "";
  for (const date of ["2026-11-11", "2026-11-12", "2026-11-13", "2026-11-14"]) {
    const at = `${server.url}/api/diary/${date}`;
    const body = "Last orders. [[model delay=10 rate=40 tokens=160]]";
    await fetch(at, { method: "PUT", headers, body: JSON.stringify({ body }) });
    const reading = await fetch(`${at}/replies`, { method: "POST", headers, body: '{"tone":"F"}' });
    replyId = reading.headers.get("x-reply-id")!;
    readings.push(reading.text());
  }
  // Each on a connection of its own, so to each process in turn: together they would take twenty if each counted its own.
  const statuses: number[] = [];
  while (statuses.length < 12 && statuses.at(-1) !== 429) {
    const watched = await fetch(`${server.url}/api/replies/${replyId}/stream`, { headers });
    statuses.push(watched.status);
    void watched.text().catch(() => undefined); // open until the reply ends
  }
  expect(statuses.pop()).toBe(429);
  // One that the other process does not count may be among them.
  expect([6, 7]).toContain(statuses.length);
  await server.stop();
  for (const raw of await Promise.all(readings)) expect(raw).toContain('{"type":"finish"}');
  expect(await query("SELECT status FROM reply WHERE status <> 'DONE'")).toEqual([]);
});

/** On a connection of its own: each goes to the next process. */
function getOnce(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent: new Agent({ keepAlive: false }) }, (answer) => answer.resume().on("end", resolve)).on(
      "error",
      reject,
    );
  });
}

/** CPU that a process has used, in ticks. */
function ticksOf(pid: number): number {
  const stat = execFileSync("cat", [`/proc/${pid}/stat`], { encoding: "utf8" });
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13);
  return Number(user) + Number(system);
}
