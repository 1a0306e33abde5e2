import { setTimeout as sleep } from "node:timers/promises";

import type { randomFrom } from "../seeded-random.ts";
import type { Database } from "./database.ts";
import type { Server } from "./server.ts";

type Scene = { servers: Server[]; database: Database; random: ReturnType<typeof randomFrom> };

const hourMs = 3_600_000;

/** Longer than a lease (8 s): when the server continues, others have taken over its replies and reviews. */
const longFreezeMs = 9_500;

/** Each fault includes its recovery. Resolves when everything is up. */
export const faults: Record<string, (scene: Scene) => Promise<void>> = {
  "a server is killed": async ({ servers, random }) => {
    const server = random.pick(servers)!;
    await server.kill();
    await server.start();
  },
  "every server is killed at once": async ({ servers }) => {
    await Promise.all(servers.map((server) => server.kill()));
    await Promise.all(servers.map((server) => server.start()));
  },
  "a rolling deploy": async ({ servers }) => {
    for (const server of servers) {
      await server.stop();
      await server.start();
    }
  },
  "a server freezes for longer than its leases": async ({ servers, random }) => {
    const server = random.pick(servers)!;
    server.freeze();
    await sleep(longFreezeMs);
    server.thaw();
  },
  "a server freezes for a moment": async ({ servers, random }) => {
    const server = random.pick(servers)!;
    server.freeze();
    await sleep(1_500);
    server.thaw();
  },
  "PostgreSQL is restarted": ({ database }) => database.restart(),
  "PostgreSQL crashes": ({ database }) => database.crash(),
  "PostgreSQL ends every connection": ({ database }) => database.endConnections(),
  "the network to PostgreSQL is cut": async ({ database, random }) => {
    database.cutLink();
    await sleep(500 + random.below(2_500));
    database.mendLink();
  },
  "the disk is full": async ({ database, random }) => {
    await database.fillDisk();
    await sleep(500 + random.below(2_500));
    await database.freeDisk();
  },
  "PostgreSQL takes no writes": async ({ database, random }) => {
    await database.setReadOnly(true);
    await sleep(500 + random.below(2_500));
    await database.setReadOnly(false);
  },
  "a server's clock jumps": async ({ servers, random }) => {
    const server = random.pick(servers)!;
    server.moveClock(random.pick([-26, -1, 1, 26])! * hourMs);
    await sleep(2_000);
    server.moveClock(0);
  },
};

/** All faults in a shuffled order, then again. */
export function* faultsInTurn(random: Scene["random"]): Generator<string> {
  for (;;) {
    const left = Object.keys(faults);
    while (left.length > 0) yield left.splice(random.below(left.length), 1)[0]!;
  }
}
