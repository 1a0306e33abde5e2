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

/** The serving processes: children of the group's parent. */
const processesOf = (server: OwnServer) => childrenOf(childrenOf(server.pid)[0]!);

const registered = async () => (await query("SELECT id FROM server")).length;

test("several processes serve on one port, share the requests, and each is registered", async () => {
  const server = await servers.start({ SERVERS: "2" });
  // Printed when both are ready; the first one answers sooner.
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

test("a process that is killed in mid-reply is replaced, and the reply is finished", async ({ page }) => {
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
  // Kills one now, and the other after the first was replaced: one of them writes the reply.
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

test("when processes end repeatedly, the server gives up with one line", async () => {
  const server = await servers.start({ SERVERS: "2" });
  const kills = setInterval(() => {
    try {
      for (const pid of processesOf(server)) process.kill(pid, "SIGKILL");
    } catch {
      // between two processes, or ended
    }
  }, 300);
  try {
    expect(await server.exited).toBe(1);
  } finally {
    clearInterval(kills);
  }
  expect(server.said.match(/the fifth within a minute: Sora gives up\./g)).toHaveLength(1);
});

test("a member's streams are counted over all processes; on SIGTERM each process first ends its running replies", async ({
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
  // Separate connections, so each goes to the next process. If each process counted separately, twenty would be allowed.
  const statuses: number[] = [];
  while (statuses.length < 12 && statuses.at(-1) !== 429) {
    const watched = await fetch(`${server.url}/api/replies/${replyId}/stream`, { headers });
    statuses.push(watched.status);
    void watched.text().catch(() => undefined); // open until the reply ends
  }
  expect(statuses.pop()).toBe(429);
  // The process that writes the reply does not count the first stream.
  expect([6, 7]).toContain(statuses.length);
  await server.stop();
  for (const raw of await Promise.all(readings)) expect(raw).toContain('{"type":"finish"}');
  expect(await query("SELECT status FROM reply WHERE status <> 'DONE'")).toEqual([]);
});

/** On a separate connection: each goes to the next process. */
function getOnce(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent: new Agent({ keepAlive: false }) }, (answer) => answer.resume().on("end", resolve)).on(
      "error",
      reject,
    );
  });
}

/** CPU ticks used by a process. */
function ticksOf(pid: number): number {
  const stat = execFileSync("cat", [`/proc/${pid}/stat`], { encoding: "utf8" });
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13);
  return Number(user) + Number(system);
}
