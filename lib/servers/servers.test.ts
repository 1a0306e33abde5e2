import { randomUUID } from "node:crypto";
import { afterEach, expect, it, vi } from "vitest";

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
});

const liveIds = async () => (await listLiveServers()).map(({ id }) => id);
const unseenFor = (seconds: number, { id }: ServerRow) =>
  pool.query("UPDATE server SET seen_at = now() - $1 * interval '1 second' WHERE id = $2", [seconds, id]);
const rows = async () => (await pool.query("SELECT id FROM server")).rows.map(({ id }) => id);

afterEach(() => pool.query("DELETE FROM server"));

it("lists a server with all that others need to know of it, and no key", async () => {
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

it("removes what killed servers left when a server starts, and lets one come back that was only suspended", async () => {
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

it("renews its own entry, also when it was removed meanwhile", async () => {
  const registration = new Registration();
  await registration.begin(20);
  await pool.query("DELETE FROM server");
  await vi.waitFor(async () => expect(await rows()).toHaveLength(1));
  await pool.query("UPDATE server SET seen_at = now() - interval '1 hour'");
  await vi.waitFor(async () => expect(await liveIds()).toHaveLength(1));
  await registration.leave();
  expect(await rows()).toEqual([]);
});
