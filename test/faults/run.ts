// npm run faults [-- --seed=N --seconds=45 --servers=2 --full --write]: members write, request replies and review while
// servers are killed, frozen and restarted, the database crashes, disks fill up and clocks jump. At the end, what was
// acknowledged is compared with what is stored. Before that, the harness shows that it detects planted bugs.
import { mkdirSync, writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

import { openRunDir } from "../../bench/run-dir.ts";
import { soraSettings } from "../../bench/settings.ts";
import { startModelServer } from "../../scripts/sample-model/server.ts";
import { randomFrom } from "../seeded-random.ts";
import { ensureBuild } from "../../scripts/build.ts";
import { projectPath } from "../../scripts/project.ts";
import { checkLogs, checkMember, checkReviews, checkRules, untilQuiet } from "./check.ts";
import { Client } from "./client.ts";
import { Database } from "./database.ts";
import type { Member } from "./history.ts";
import { openMember } from "./member.ts";
import { faults, faultsInTurn } from "./plan.ts";
import { buggedName, plantBugs, plantedBugs, pullBugs } from "./planted.ts";
import { Server } from "./server.ts";

const fullHours = 3;
const gymCount = 6;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    seconds: { type: "string", default: "40" },
    servers: { type: "string", default: "2" },
    members: { type: "string", default: "8" },
    full: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const seed = Number(values.seed);
const seconds = values.full ? fullHours * 3600 : Number(values.seconds);
const random = randomFrom(seed);
const counts = new Map<string, number>();
const violations: string[] = [];
const count = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1);
const { dir, ending } = openRunDir();

async function openScene() {
  await ensureBuild();
  const database = await Database.open(dir);
  ending.defer(() => database.close());
  const model = await startModelServer({ port: 0 });
  ending.defer(() => model.close());
  Object.assign(process.env, soraSettings, { DATABASE_URL: database.url });
  ending.defer(async () => (await import("../../lib/db.ts")).pool.end());

  const gymSlugs = Array.from({ length: gymCount }, (_, at) => `gym-${at}`);
  for (const slug of gymSlugs) {
    await database.query(
      `INSERT INTO gym (id, slug, name, district, address) VALUES (gen_random_uuid(), $1, '짐', '마포구', '양화로 45')`,
      [slug],
    );
  }
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    OPENAI_BASE_URL: `${model.url}/v1`,
    REVIEWS_PER_HOUR: "100000",
    MODERATION_CALLS_PER_DAY: "1000000",
  };
  const logs = Array.from({ length: Number(values.servers) }, (_, at) => join(dir, `server-${at}.log`));
  const servers = await Promise.all(logs.map((log) => Server.open(env, log)));
  ending.defer(async () => void (await Promise.all(servers.map((server) => server.kill()))));
  return { database, servers, logs, gymSlugs };
}

type Scene = Awaited<ReturnType<typeof openScene>>;

let texts = 0;

function clientOf(member: Member, { servers, gymSlugs }: Scene): Client {
  const urls = servers.map(({ url }) => url);
  const report = (violation: string) => void violations.push(violation);
  return new Client(member, { urls, gymSlugs, random, nextText: () => texts++, count, report });
}

/** Every kind of operation, so that each planted bug can take effect. */
async function actInTurn(client: Client, gymSlugs: string[], number: number): Promise<void> {
  await client.savePage("2026-09-01");
  await client.savePage("2026-09-01");
  await client.askForReply("2026-09-01");
  await client.savePage("2026-09-02");
  await client.deletePage("2026-09-02");
  // Numbers of a harmless text, one that breaks a rule and one of hearsay.
  for (const [at, kind] of [0, 3, 6].entries())
    while (!(await client.sendReview(gymSlugs[at]!, number * 8 + kind))) continue;
  await client.leave();
}

async function catchPlantedBugs(scene: Scene, bugged: Member[]): Promise<string[]> {
  await plantBugs(scene.database);
  await Promise.all(
    bugged.map((member, at) => actInTurn(clientOf(member, scene), scene.gymSlugs, 1_000 / 8 + at)),
  );
  const stuck = await untilQuiet(scene.database, 15_000);
  const said = [...stuck, ...violations.splice(0), ...(await checkAll(scene, bugged))];
  await pullBugs(scene.database);
  // Deletes the damaged rows before the next part.
  await scene.database.run(
    "TRUNCATE entry, reply, review CASCADE; UPDATE gym SET review_count = 0, star_sum = 0; DELETE FROM notice",
  );
  return plantedBugs
    .filter(({ caughtAs }) => !said.some((line) => caughtAs.test(line)))
    .map(({ bug }) => bug);
}

async function checkAll({ database, servers, logs }: Scene, members: Member[]): Promise<string[]> {
  const read = await Promise.all(members.map((member) => checkMember(member, servers[0]!.url)));
  return [
    ...read.flat(),
    ...(await checkRules(database)),
    ...(await checkReviews(database, members)),
    ...checkLogs(logs),
  ];
}

async function runFaults(scene: Scene, members: Member[]): Promise<Map<string, number>> {
  const endsAt = performance.now() + seconds * 1_000;
  const happened = new Map<string, number>();
  const clients = members.map((member) => clientOf(member, scene));
  const working = clients.map(async (client) => {
    while (performance.now() < endsAt) await client.actOnce();
  });
  for (const name of faultsInTurn(randomFrom(seed))) {
    if (performance.now() > endsAt) break;
    console.log(`${Math.round((endsAt - performance.now()) / 1000)} s left: ${name}`);
    await faults[name]!({ ...scene, random });
    happened.set(name, (happened.get(name) ?? 0) + 1);
    await sleep(300 + random.below(900));
  }
  await Promise.all(working);
  await Promise.all(clients.map((client) => client.leave()));
  return happened;
}

function reportOf(happened: Map<string, number>): string {
  const lines = (title: string, list: Map<string, number>) => [
    `| ${title} | times |`,
    "| --- | --: |",
    ...[...list].sort(([a], [b]) => a.localeCompare(b)).map(([name, times]) => `| ${name} | ${times} |`),
    "",
  ];
  const machine = `${cpus().length} × ${cpus()[0]!.model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}`;
  return [
    "# Faults",
    "",
    `\`npm run faults -- --seed=${seed} --seconds=${seconds} --servers=${values.servers} --members=${values.members} --write\`, ` +
      `${new Date().toISOString().slice(0, 10)}. Written by the run itself.`,
    "",
    `- Machine: ${machine}, Node ${process.versions.node}.`,
    `- Planted bugs caught: ${plantedBugs.length} of ${plantedBugs.length}.`,
    `- Broken promises: ${violations.length}.`,
    "",
    ...lines("fault", happened),
    ...lines("operation and its answer", counts),
  ].join("\n");
}

try {
  const scene = await openScene();
  const members = await Promise.all(
    Array.from({ length: Number(values.members) }, (_, at) => openMember(`plain-${at}`)),
  );
  const bugged = await Promise.all(plantedBugs.map((_, at) => openMember(buggedName(at))));

  const missed = await catchPlantedBugs(scene, bugged);
  for (const bug of missed) console.error(`not noticed: ${bug}`);
  if (missed.length > 0) process.exitCode = 1;
  console.log(
    `${plantedBugs.length - missed.length} of ${plantedBugs.length} planted bugs caught. Seed ${seed}.`,
  );
  counts.clear();

  const happened = await runFaults(scene, members);
  violations.push(...(await untilQuiet(scene.database)), ...(await checkAll(scene, members)));
  const text = reportOf(happened);
  console.log(text);
  for (const violation of violations) console.error(violation);
  if (violations.length > 0) process.exitCode = 1;
  if (values.write) {
    mkdirSync(projectPath("docs/results"), { recursive: true });
    writeFileSync(projectPath("docs/results/faults.md"), text);
  }
} finally {
  await ending.disposeAsync();
}
process.exit();
