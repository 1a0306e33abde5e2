import { builtActions, builtEntries, pathOf } from "../../e2e/support/build-manifests.ts";
import { addressOf } from "../../e2e/support/named-things.ts";
import type { randomFrom } from "../seeded-random.ts";
import { newSessionCookie } from "../../lib/auth/session-cookie.ts";
import { createSession } from "../../lib/auth/sessions/data.ts";
import { pool } from "../../lib/db.ts";
import { ask } from "./ask.ts";
import { pageDoors, routeDoors } from "./doors.ts";
import { type Tally, newTally } from "./matrix.ts";
import { changesBetween, rowsOf } from "./rows.ts";
import { publicOrigin } from "./scene.ts";
import { type Victim, plantVictim, thingsOf } from "./victim.ts";

type Random = ReturnType<typeof randomFrom>;
type Headers = Record<string, string>;

/** What changes something, and is asked for by a session that may: only where it comes from is wrong. */
type Target = {
  name: string;
  method: string;
  address: string;
  headers: Headers;
  bodies: (string | FormData)[];
};

const foreignOrigins = [
  "https://evil.test",
  "null",
  "http://sora.test",
  "https://sora.test:8443",
  "https://sora.test.evil.test",
  "https://evil.test#sora.test",
  "https://www.sora.test",
  "https://sora.test@evil.test",
  "https://xsora.test",
  "http://127.0.0.1:3000",
  "http://localhost",
  "file://",
  "chrome-extension://abcdefghijklmnop",
  "nonsense",
];
const foreignSites = ["cross-site", "same-site", "cross-origin", "nonsense"];

/** What might talk a careless check round. It changes nothing about who asks. */
const persuasions: Headers[] = [
  {},
  { referer: "https://sora.test/diary" },
  { referer: "https://evil.test/" },
  { "x-forwarded-host": "evil.test" },
  { "x-forwarded-host": "evil.test", "x-forwarded-proto": "https" },
  { "x-forwarded-proto": "http" },
  { forwarded: "host=evil.test;proto=https" },
  { "x-original-host": "evil.test", "x-host": "evil.test" },
  { host: "sora.test" },
  { "sec-fetch-mode": "cors", "sec-fetch-dest": "empty" },
  { "x-requested-with": "XMLHttpRequest" },
  { "x-http-method-override": "GET" },
];

const contentTypes = [
  "application/json",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
];

/** Marks that a browser puts on a request of another site's page; at least one of both. */
function forgedMarks(random: Random): Headers {
  const origin = random.pick(foreignOrigins)!;
  const site = random.pick(foreignSites)!;
  const own = { origin: publicOrigin, "sec-fetch-site": "same-origin" };
  return random.pick<Headers>([
    { origin },
    { "sec-fetch-site": site },
    { origin, "sec-fetch-site": site },
    { origin, "sec-fetch-site": own["sec-fetch-site"] },
    { origin, "sec-fetch-site": "none" },
    { origin: own.origin, "sec-fetch-site": site },
  ])!;
}

/** Each mark by itself first, so that none depends on a seed. */
const plainForgeries: Headers[] = [
  ...foreignOrigins.map((origin) => ({ origin })),
  ...foreignSites.map((site) => ({ "sec-fetch-site": site })),
];

function listTargets(victim: Victim): Target[] {
  const [things] = thingsOf(victim);
  const json = JSON.stringify({
    body: "위조",
    tone: "T",
    feedback: "UP",
    isLooking: true,
    revisionId: victim.held.revisionId,
  });
  const entries = builtEntries();
  const routes = entries.flatMap((entry): Target[] => {
    const doors = Object.keys(routeDoors[pathOf(entry)] ?? {});
    const changing = doors.filter((method) => method !== "GET" || pathOf(entry).includes("/export/"));
    const address = addressOf(entry, things!)!;
    return changing.map((method) => ({
      name: `${method} ${address}`,
      method,
      address,
      headers: { "content-type": "application/json" },
      bodies: method === "GET" ? [] : [json],
    }));
  });
  const actions = builtActions().flatMap(({ id, name, pages }): Target[] => {
    const address = pages.map((page) => addressOf(page, things!)).find((found) => found !== undefined)!;
    const called = new FormData();
    called.append("_1_id", victim.sessionId);
    called.append("0", '[{},"$K1"]');
    const posted = new FormData();
    posted.append(`$ACTION_ID_${id}`, "");
    return [
      {
        name,
        method: "POST",
        address,
        headers: { "next-action": id, accept: "text/x-component" },
        bodies: [called],
      },
      { name: `${name}, as a form`, method: "POST", address, headers: {}, bodies: [posted] },
    ];
  });
  const pages = entries
    .filter((entry) => pageDoors[pathOf(entry)] && !pathOf(entry).startsWith("/_"))
    .map((entry): Target => {
      const address = addressOf(entry, things!)!;
      return { name: `POST ${address}`, method: "POST", address, headers: {}, bodies: ["x=1"] };
    });
  return [...routes, ...actions, ...pages];
}

const describe = (headers: Headers): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");

async function tryTarget(
  target: Target,
  scene: { url: string; cookie: string; random: Random; rounds: number; tally: Tally },
) {
  const { url, cookie, random, rounds, tally } = scene;
  const forgeries = [
    ...plainForgeries,
    ...Array.from({ length: rounds }, () => ({ ...random.pick(persuasions)!, ...forgedMarks(random) })),
  ];
  for (const forged of forgeries) {
    const isTyped = typeof target.bodies[0] === "string" && random.below(2) === 0;
    const answer = await ask(url + target.address, {
      method: target.method,
      cookie,
      headers: {
        host: "sora.test",
        "x-forwarded-proto": "https",
        ...target.headers,
        ...(isTyped && { "content-type": random.pick(contentTypes)! }),
        ...forged,
      },
      ...(target.bodies.length > 0 && { body: target.bodies[0]! }),
    });
    tally.cells.set("refused", (tally.cells.get("refused") ?? 0) + 1);
    if (answer.status !== 403)
      tally.problems.push(`${target.name} answers ${answer.status} to ${describe(forged)}`);
  }
}

/** The same request from one of our own pages is not refused for where it comes from. */
async function tryOwn(target: Target, { url, cookie, tally }: { url: string; cookie: string; tally: Tally }) {
  const own = {
    host: "sora.test",
    "x-forwarded-proto": "https",
    origin: publicOrigin,
    "sec-fetch-site": "same-origin",
  };
  const answer = await ask(url + target.address, {
    method: target.method,
    cookie,
    headers: { ...target.headers, ...own },
    ...(target.bodies.length > 0 && { body: target.bodies[0]! }),
  });
  tally.cells.set("from our own pages", (tally.cells.get("from our own pages") ?? 0) + 1);
  if (answer.status === 403) tally.problems.push(`${target.name} refuses our own page`);
}

/** An admin, for whom every door is open, with everything that a victim has. */
async function newTarget(): Promise<{ victim: Victim; cookie: string }> {
  const victim = await plantVictim();
  await pool.query("UPDATE member SET role = 'ADMIN' WHERE id = $1", [victim.memberId]);
  const headers = new globalThis.Headers({ "x-forwarded-proto": "https" });
  const claims = await createSession({ memberId: victim.memberId, sessionVersion: 0, headers });
  const { name, value } = await newSessionCookie(headers, claims);
  return { victim, cookie: `${name}=${value}` };
}

/**
 * Asks for everything that changes something with the marks of another site. All of it is refused, and nothing changes.
 * @param url of a server whose AUTH_URL is `publicOrigin`
 */
export async function tryForgeries(
  url: string,
  { random, rounds, only = /.?/ }: { random: Random; rounds: number; only?: RegExp },
): Promise<Tally> {
  const tally = newTally();
  const { victim, cookie } = await newTarget();
  const targets = listTargets(victim).filter(({ name }) => only.test(name));
  const before = await rowsOf([victim.memberId]);
  const waiting = [...targets];
  const work = async () => {
    for (let target = waiting.pop(); target; target = waiting.pop())
      await tryTarget(target, { url, cookie, random, rounds, tally });
  };
  await Promise.all(Array.from({ length: 8 }, work));
  for (const change of changesBetween(before, await rowsOf([victim.memberId])))
    tally.problems.push(`a forged request changed ${change}`);

  // Some of them sign out, or delete: what is asked for after that is refused, too, but not for where it comes from.
  const { cookie: own } = await newTarget();
  for (const target of targets) await tryOwn(target, { url, cookie: own, tally });
  return tally;
}
