// npm run bench:reviews: measures the time to send a review, and the cost of a flood of reviews.
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { reviewText } from "../e2e/support/review-texts.ts";
import { ensureBuild } from "../scripts/build.ts";
import { freePort } from "../scripts/ports.ts";
import { projectPath } from "../scripts/project.ts";
import { openDatabase } from "./database.ts";
import { cores, pinSelf, startNode, untilAnswering } from "./processes.ts";
import { median, quantile } from "./quantile.ts";
import { openReviewForms, type Sent } from "./review-forms.ts";
import { openModel } from "./review-model.ts";
import { type Case, type Flood, type Timed, reviewReport } from "./review-report.ts";
import { readReviewState, since, untilAllAreJudged } from "./review-state.ts";
import { openRunDir } from "./run-dir.ts";
import { soraSettings } from "./settings.ts";

const rounds = 3;
const perRound = 40;
const atATime = 4;
const cases: Case[] = [
  { modelMs: 0, chars: 10 },
  { modelMs: 0, chars: 2000 },
  { modelMs: 5000, chars: 10 },
  { modelMs: 5000, chars: 2000 },
];
const flood = { count: 500, copies: 200, atATime: 50, modelMs: 1000 };

const startedAt = Date.now();
const loadBefore = loadavg()[0]!;
const { dir, ending } = openRunDir();

async function setUp() {
  await ensureBuild();
  // After the build, which may use every core, and before the database, which must not use the server's.
  pinSelf();
  const database = await openDatabase(dir, ending);
  Object.assign(process.env, soraSettings, { DATABASE_URL: database.url });
  ending.defer(async () => (await import("../lib/db.ts")).pool.end());
  const model = await openModel(ending);

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const preload = ["--import", projectPath("scripts/exit-with-parent.mjs")];
  const next = [projectPath("node_modules/next/dist/bin/next"), "start", "-H", "127.0.0.1", "-p", `${port}`];
  const env = { OPENAI_BASE_URL: model.url, REVIEWS_PER_HOUR: "1000000", NEXT_TELEMETRY_DISABLED: "1" };
  const logFile = join(dir, "sora.log");
  const server = startNode({ args: [...preload, ...next], cores: cores.server, env, logFile });
  ending.defer(() => server.stop());
  await untilAnswering(`${url}/api/health`, logFile, (status) => status === 200);
  return { database, model, send: await openReviewForms(url) };
}

type Bench = Awaited<ReturnType<typeof setUp>>;

let texts = 0;

/** Unique texts, because an equal one is not sent to the model. */
function newText(chars: number): string {
  const at = texts++;
  if (chars > 100) return reviewText(at, chars);
  const mark = [at % 20, Math.floor(at / 20) % 20, Math.floor(at / 400)].map(
    (n) => "가나다라마바사아자차카타파하거너더러머버"[n],
  );
  return `${mark.join("")} 넓고 좋아요`.slice(0, chars);
}

function accepted(sent: Sent[]): number[] {
  const failed = sent.find(({ failure }) => failure);
  if (failed) throw new Error(`a review was not accepted: ${failed.failure}`);
  return sent.map(({ ms }) => ms);
}

async function timeCase({ model, send }: Bench, { modelMs, chars }: Case): Promise<number[]> {
  model.answerAfter(modelMs);
  const bodies = Array.from({ length: perRound }, () => newText(chars));
  const times = accepted(await send(bodies, atATime));
  await untilAllAreJudged();
  return times;
}

async function timeCases(bench: Bench): Promise<Timed[]> {
  await timeCase(bench, cases[0]!); // warm-up
  const times = cases.map((): number[][] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, one] of cases.entries()) times[at]!.push(await timeCase(bench, one));
  }
  return cases.map((one, at) => ({
    ...one,
    p50: median(times[at]!.map((ms) => quantile(ms, 0.5))),
    p95: median(times[at]!.map((ms) => quantile(ms, 0.95))),
    longest: Math.max(...times[at]!.flat()),
  }));
}

async function runFlood({ model, send }: Bench): Promise<Flood> {
  model.answerAfter(flood.modelMs);
  const before = await readReviewState();
  const different = flood.count - flood.copies;
  // The stride is coprime to the number of texts, so copies come early and late, near and far.
  const bodies = Array.from({ length: flood.count }, (_, at) => reviewText((at * 7) % different));
  const beganAt = performance.now();
  const sent = await send(bodies, flood.atATime);
  const sentMs = performance.now() - beganAt;
  const waiting = (await readReviewState()).pending;
  await untilAllAreJudged();
  const drainedMs = performance.now() - beganAt;
  const times = sent.map(({ ms }) => ms);
  return {
    ...flood,
    refused: sent.filter(({ failure }) => failure).length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    sentMs,
    drainedMs,
    waiting,
    became: since(before, await readReviewState()),
  };
}

try {
  const bench = await setUp();
  const timed = await timeCases(bench);
  const flooded = await runFlood(bench);
  const report = reviewReport({
    timed,
    flood: flooded,
    rounds,
    perRound,
    atATime,
    postgresVersion: await bench.database.version(),
    seconds: (Date.now() - startedAt) / 1000,
    load: [loadBefore, loadavg()[0]!],
  });
  console.log(report);
  writeFileSync(projectPath("bench/RESULTS-REVIEWS.md"), report);
} finally {
  await ending.disposeAsync();
}
