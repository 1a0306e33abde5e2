// npm run bench:servers [-- --servers=2]: pages per second of several server processes, compared with one.
// Measures pages, because a page is nearly all server CPU, so a second core shows. For a reply the model server and the
// reader need about as much CPU as Sora: on two cores they would use up the second one.
import { writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ensureBuild } from "../scripts/build.ts";
import { freePort } from "../scripts/ports.ts";
import { projectPath } from "../scripts/project.ts";
import { openDatabase } from "./database.ts";
import { startNode, untilAnswering } from "./processes.ts";
import { median } from "./quantile.ts";
import { openRunDir } from "./run-dir.ts";
import { soraSettings } from "./settings.ts";

const { values } = parseArgs({ options: { servers: { type: "string", default: "2" } } });
const servers = Number(values.servers);
const page = "/signin";
const rounds = 5;
const roundMs = 8_000;
const warmUpMs = 4_000;
/** Enough to keep every process busy. A multiple of their number, because each gets the same share. */
const connections = 8 * servers;
const target = 1.7;

const { dir, ending } = openRunDir();
const loadBefore = loadavg()[0]!;

async function startSora(processes: number, databaseUrl: string): Promise<string> {
  const port = await freePort();
  const next = ["start", "-H", "127.0.0.1", "-p", String(port)];
  const preload = ["--import", projectPath("scripts/exit-with-parent.mjs")];
  const file = processes > 1 ? "scripts/server-group.ts" : "node_modules/next/dist/bin/next";
  const logFile = `${dir}/sora-${processes}.log`;
  const child = startNode({
    args: [...preload, projectPath(file), ...next],
    cores: `0-${availableParallelism() - 1}`,
    env: {
      ...soraSettings,
      DATABASE_URL: databaseUrl,
      OPENAI_BASE_URL: "http://127.0.0.1:9/v1", // no test calls a model
      DATABASE_CONNECTIONS: String(24 / processes),
      SERVERS: String(processes),
      NEXT_TELEMETRY_DISABLED: "1",
      LOG_LEVEL: "error",
    },
    logFile,
  });
  ending.defer(() => child.stop());
  const url = `http://127.0.0.1:${port}`;
  await untilAnswering(`${url}/api/health`, logFile, (status) => status === 200);
  return url;
}

function getPage(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`status ${answer.statusCode}`));
      answer.resume().on("end", resolve);
    });
    request.on("error", reject);
  });
}

type Measured = { pagesPerSecond: number; busyCores: number };

const busyMs = () =>
  cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);

/** Each connection requests the next page after its answer. Busy cores include the reader's and PostgreSQL's. */
async function measure(url: string, ms: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const startedAt = performance.now();
  const busyBefore = busyMs();
  let pages = 0;
  const ask = async () => {
    while (performance.now() - startedAt < ms) {
      await getPage(url + page, agent);
      pages += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  agent.destroy();
  const tookMs = performance.now() - startedAt;
  return { pagesPerSecond: pages / (tookMs / 1000), busyCores: (busyMs() - busyBefore) / tookMs };
}

const said = ({ pagesPerSecond, busyCores }: Measured) =>
  `${pagesPerSecond.toFixed(0)} pages/s on ${busyCores.toFixed(2)} cores`;

const row = (measured: Measured[]) =>
  `${median(measured.map((one) => one.pagesPerSecond)).toFixed(0)} | ${median(measured.map((one) => one.busyCores)).toFixed(2)}`;

const ratioOf = ({ one, several }: { one: Measured; several: Measured }) =>
  several.pagesPerSecond / one.pagesPerSecond;

try {
  await ensureBuild();
  const database = await openDatabase(dir, ending);
  const urls = { one: await startSora(1, database.url), several: await startSora(servers, database.url) };
  for (const url of Object.values(urls)) await measure(url, warmUpMs);
  const measured: { one: Measured; several: Measured }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await sleep(500);
    const one = await measure(urls.one, roundMs);
    const several = await measure(urls.several, roundMs);
    measured.push({ one, several });
    console.log(`round ${round}: ${said(one)}; ${said(several)}; × ${ratioOf({ one, several }).toFixed(2)}`);
  }
  const ratios = measured.map(ratioOf);
  const ratio = median(ratios);
  const [cpu] = cpus();
  const report = `# What more processes give

\`npm run bench:servers -- --servers=${servers}\`, ${new Date().toISOString().slice(0, 10)}. Written by the run itself.

- Machine: ${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}; load before the run ${loadBefore.toFixed(1)}.
- Load: ${connections} connections, each requesting \`${page}\` again after each answer, ${roundMs / 1000} s a round, ${rounds} interleaved rounds. The reader and PostgreSQL run on the same cores.

| medians | pages a second | busy cores of ${cpus().length} |
| --- | --: | --: |
| one process | ${row(measured.map(({ one }) => one))} |
| ${servers} processes | ${row(measured.map(({ several }) => several))} |

One process uses more than one core: compression and garbage collection have separate threads, and the reader and
PostgreSQL run on the same machine. More processes can use only the remaining cores.

Ratio (median of the rounds): ${ratio.toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}); target ≥ ${target} on two cores: ${ratio >= target ? "met" : "**not met**"}.
`;
  console.log(report);
  writeFileSync(projectPath("bench/RESULTS-SERVERS.md"), report);
} finally {
  await ending.disposeAsync();
}
