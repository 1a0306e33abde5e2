// npm run bench [-- --quick]: compares Sora's reply route with a bare pass-through and Hono with the `openai` client.
// Options: --levels=50,200 --rounds=1 --subjects=proxy,sora --profile=FILE.cpuprofile
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { projectPath } from "../scripts/project.ts";
import { modelRequestOf, pageDate, replyOf, toneOf } from "./diary-pages.ts";
import type { StreamRequest, Wave } from "./load.ts";
import { measureWave } from "./measure-wave.ts";
import { checkSavedReplies } from "./members.ts";
import { type Plan, readPlan, timesOf } from "./plan.ts";
import { consoleReport, markdownReport } from "./report.ts";
import { openRunDir } from "./run-dir.ts";
import { type Bench, setUp } from "./setup.ts";
import type { Subject, Target } from "./subjects.ts";
import { type Round, summarise } from "./summary.ts";

function streamsOf(
  { urls, members }: Bench,
  { tokens }: Plan,
  target: Target,
  count: number,
): StreamRequest[] {
  return Array.from({ length: count }, (_, member) => {
    const expected = replyOf(member, tokens);
    if (target === "sora") {
      const url = `${urls.sora}/api/diary/${pageDate}/replies`;
      return {
        url,
        headers: members[member]!.headers,
        body: JSON.stringify({ tone: toneOf(member) }),
        expected,
      };
    }
    const headers = { "content-type": "application/json" };
    return { url: urls[target], headers, body: modelRequestOf(member, tokens), expected };
  });
}

async function runWave(
  bench: Bench,
  plan: Plan,
  target: Target,
  streams: number,
  round: number,
): Promise<Round> {
  const { spreadMs, timeoutMs } = timesOf(plan, streams);
  const wave: Wave = { target, spreadMs, timeoutMs, streams: streamsOf(bench, plan, target, streams) };
  const server = bench.servers.get(target) ?? null;
  const database = target === "sora" ? bench.database : null;
  const measured = await measureWave({ wave, load: bench.load, server, database });
  console.log(
    `round ${round}, ${streams} × ${target}: ${Math.round(measured.tookMs)} ms, ` +
      `CPU ${Math.round(measured.cpuMs)} + ${Math.round(measured.afterCpuMs)} ms` +
      (measured.failures.length ? `, ${measured.failures.length} FAILED: ${measured.failures[0]}` : ""),
  );
  return { ...measured, round, tokens: plan.tokens };
}

/** KB of live memory for an open stream. Also warms the servers up. */
async function measureMemory(bench: Bench, plan: Plan, subject: Subject): Promise<number> {
  const { child } = bench.servers.get(subject)!;
  const liveBytes = async () => (await child.ask({ ask: "liveBytes" })) as number;
  const { memoryStreams } = plan;
  await runWave(bench, plan, subject, memoryStreams, 0);
  const before = await liveBytes();
  const [during] = await Promise.all([
    sleep(timesOf(plan, memoryStreams).midMs).then(liveBytes),
    runWave(bench, plan, subject, memoryStreams, 0),
  ]);
  const after = await liveBytes();
  // Subtracts what a server keeps between waves (compiled code, caches).
  return (during - (before + after) / 2) / memoryStreams / 1024;
}

async function runRounds(bench: Bench, plan: Plan): Promise<Round[]> {
  const waves: Round[] = [];
  const targets: Target[] = ["direct", ...plan.subjects];
  for (let round = 1; round <= plan.rounds; round += 1) {
    for (const streams of plan.levels) {
      for (const target of targets) waves.push(await runWave(bench, plan, target, streams, round));
    }
    // Rotates the order of the targets.
    targets.push(targets.shift()!);
  }
  return waves;
}

async function profileSora(bench: Bench, plan: Plan, file: string) {
  const { child } = bench.servers.get("sora")!;
  await child.ask({ ask: "startProfile" });
  await runWave(bench, plan, "sora", plan.levels.at(-1)!, 0);
  await child.ask({ ask: "stopProfile", file });
}

async function checkDatabase({ database, members, urls }: Bench, { tokens }: Plan): Promise<string[]> {
  if (!database) return [];
  const { replies, done, logRows } = await database.unsettled();
  const faults = await checkSavedReplies({ members, soraUrl: urls.sora, tokens });
  console.log(`${replies} replies in the database, ${done} of them DONE, ${logRows} log rows left.`);
  if (done !== replies) faults.push(`${replies - done} replies are not DONE`);
  if (logRows) faults.push(`${logRows} log rows left`);
  return faults;
}

const plan = readPlan(process.argv.slice(2));
const startedAt = Date.now();
const { dir, ending } = openRunDir();

try {
  const bench = await setUp(plan, dir, ending);
  const memoryKb = new Map<Subject, number>();
  for (const subject of plan.subjects) memoryKb.set(subject, await measureMemory(bench, plan, subject));
  await bench.learnIdle();
  const waves = await runRounds(bench, plan);
  if (plan.profile) await profileSora(bench, plan, plan.profile);

  const faults = await checkDatabase(bench, plan);
  const result = {
    plan,
    summaries: plan.levels.flatMap((streams) =>
      plan.subjects.map((subject) => summarise(waves, subject, streams)),
    ),
    memoryKb,
    idleCpuPerSecond: bench.servers.get("sora")?.idleCpuPerSecond,
    postgresVersion: await bench.database?.version(),
    seconds: (Date.now() - startedAt) / 1000,
    faults: [
      ...waves.flatMap(({ target, failures }) => failures.map((failure) => `${target}: ${failure}`)),
      ...faults,
    ],
  };
  console.log(consoleReport(result));
  if (plan.isWhole) writeFileSync(projectPath("bench/RESULTS.md"), markdownReport(result));
  if (result.faults.length) process.exitCode = 1;
} finally {
  await ending.disposeAsync();
}
