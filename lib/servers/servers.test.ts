import { randomUUID } from "node:crypto";
import { afterEach, expect, it, vi } from "vitest";

import { captureLog } from "../../test/captured-log.ts";
import { pool } from "../db.ts";
import { Registration } from "./registration.ts";
import { type ServerRow, listLiveServers, saveServer } from "./server-data.ts";

const newServer = (): ServerRow => ({
  id: randomUUID(),
  hostName: "elsewhere",
  version: "1.0.0",
  buildId: "a build",
  actionKeyId: "an action key",
  diaryKeyIds: ["new", "old"],
  envelopeFormat: 2,
});

const liveIds = async () => (await listLiveServers()).map(({ id }) => id);
const unseenFor = (seconds: number, { id }: ServerRow) =>
  pool.query("UPDATE server SET seen_at = now() - $1 * interval '1 second' WHERE id = $2", [seconds, id]);
const rows = async () => (await pool.query("SELECT id FROM server")).rows.map(({ id }) => id);

afterEach(() => pool.query("DELETE FROM server"));

it("lists a server with its public properties, and no key", async () => {
  const registration = new Registration();
  await registration.begin();
  const [server, ...others] = await listLiveServers();
  expect(others).toEqual([]);
  expect(server).toMatchObject({
    hostName: expect.stringMatching(/./),
    buildId: "development",
    version: "development",
    actionKeyId: expect.stringMatching(/^[0-9a-f]{16}$/),
    diaryKeyIds: [expect.stringMatching(/^[0-9a-f]{16}$/)],
    envelopeFormat: 2,
    startedAt: expect.any(Date),
  });
  const told = JSON.stringify(server);
  expect(told).not.toContain(process.env.AUTH_SECRET);
  expect(told).not.toContain(process.env.DIARY_KEYS);

  await registration.leave();
  expect(await liveIds()).toEqual([]);
});

it("does not list a server that was not seen for 30 seconds, until it is seen again", async () => {
  const [killed, suspended] = [newServer(), newServer()];
  await saveServer(killed);
  await saveServer(suspended);
  await unseenFor(31, killed);
  await unseenFor(31, suspended);
  expect(await liveIds()).toEqual([]);
  await saveServer(suspended);
  expect(await liveIds()).toEqual([suspended.id]);
});

it("removes the rows of killed servers at a start, and lets a suspended server return", async () => {
  const [killed, recent] = [newServer(), newServer()];
  await saveServer(killed);
  await saveServer(recent);
  await unseenFor(601, killed);
  await unseenFor(300, recent);
  const registration = new Registration();
  await registration.begin();
  expect(await rows()).not.toContain(killed.id);
  expect(await rows()).toContain(recent.id);
  await saveServer(killed);
  expect(await liveIds()).toContain(killed.id);
  await registration.leave();
});

it("renews its own row, also when it was removed in between", async () => {
  const registration = new Registration();
  await registration.begin(20);
  await pool.query("DELETE FROM server");
  await vi.waitFor(async () => expect(await rows()).toHaveLength(1));
  await pool.query("UPDATE server SET seen_at = now() - interval '1 hour'");
  await vi.waitFor(async () => expect(await liveIds()).toHaveLength(1));
  await registration.leave();
  expect(await rows()).toEqual([]);
});

async function warningsBeside(...others: ServerRow[]) {
  const { records } = captureLog();
  for (const other of others) await saveServer(other);
  const registration = new Registration();
  await registration.begin(20);
  const twin = (await listLiveServers()).find(({ buildId }) => buildId === "development")!;
  return { said: () => records.map(({ note }) => note), twin, registration };
}

it("does not warn about servers with the same build and keys", async () => {
  const alone = await warningsBeside();
  const twin = { ...alone.twin, id: randomUUID(), hostName: "twin" };
  await alone.registration.leave();
  const { said, registration } = await warningsBeside(twin);
  await registration.leave();
  expect(said()).toEqual([]);
});

it("warns with one record each, with the setting and the hosts, about another build and other keys", async () => {
  const { said, twin, registration } = await warningsBeside(newServer());
  await registration.leave();
  const here = twin.hostName;
  expect(said()).toEqual([
    `servers differ in build (elsewhere: 1.0.0 (a build); ${here}: development (development)). Normal while a release is rolled out. If it stays, restart those with the older build.`,
    expect.stringMatching(
      /^servers differ in AUTH_SECRET \(elsewhere: an action key; .*Set AUTH_SECRET to one value on all \(unset, each DATA_DIR keeps its own\)\.$/,
    ),
    expect.stringMatching(/^servers differ in DIARY_KEYS .*Set DIARY_KEYS to one list on all .*DATA_DIR/),
  ]);
});

it("warns once about a server that starts later", async () => {
  const { said, twin, registration } = await warningsBeside();
  await saveServer({ ...twin, id: randomUUID(), hostName: "later", actionKeyId: "another key" });
  await vi.waitFor(() => expect(said()).toHaveLength(1));
  await pool.query("SELECT pg_sleep(0.2)"); // three more checks
  await registration.leave();
  expect(said()).toEqual([expect.stringContaining("AUTH_SECRET")]);
});
