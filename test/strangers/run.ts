// npm run strangers [-- --seed=N --part=matrix --doors=^/api --full --write]: a built Sora, on this machine, is asked for everything that the build
// has by everyone who has no business there. It first shows that it notices holes that are planted for it.
import { mkdirSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { arch, cpus, platform, totalmem } from "node:os";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { randomFrom } from "../seeded-random.ts";
import { projectPath } from "../../scripts/project.ts";
import { closeConnections } from "./ask.ts";
import { metricsToken, openScene } from "./scene.ts";

// As in vitest.config.ts: outside Next there is no bundler to keep server modules from the browser.
const nothing = pathToFileURL(projectPath("node_modules/server-only/empty.js")).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "server-only" ? { url: nothing, shortCircuit: true } : next(specifier, context),
});

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    batches: { type: "string", default: "8" },
    part: { type: "string" },
    doors: { type: "string", default: "" },
    full: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

type Part = { part: string; rows: [string, number][]; problems: string[]; seconds: number };

async function timed(part: string, work: () => Promise<Omit<Part, "part" | "seconds">>): Promise<Part> {
  const from = performance.now();
  const done = await work();
  const seconds = Math.round((performance.now() - from) / 1000);
  console.log(`${part}: ${done.problems.length} findings, ${seconds} s`);
  return { part, seconds, ...done };
}

const wanted = (part: string) => !values.part || values.part === part;
const seed = Number(values.seed);
const only = new RegExp(values.doors);
const scene = await openScene();
try {
  const { pool } = await import("../../lib/db.ts");
  const { catchPlantedHoles } = await import("./planted.ts");
  const { openDoors, unnamedDoors, walkMatrix } = await import("./matrix.ts");
  const { tryForgeries } = await import("./forged.ts");
  const { tryFormulas, tryMarkup } = await import("./markup.ts");
  const { findLeaks } = await import("./leaks.ts");
  const { url, publicServerUrl, logFiles, spans } = scene;
  const { rows: accounts } = await pool.query("SELECT id FROM member");

  const { planted, missed } = wanted("planted")
    ? await catchPlantedHoles({ url, publicServerUrl, seed })
    : { planted: 0, missed: [] };
  for (const hole of missed) console.error(`not noticed: ${hole}`);
  console.log(`${planted - missed.length} of ${planted} planted holes noticed. Seed ${seed}.`);

  const attacks: [string, () => Promise<Omit<Part, "part" | "seconds">>][] = [
    [
      "matrix",
      async () => {
        const tally = await walkMatrix(url, { only, isFull: values.full });
        await openDoors(url, tally, only);
        return { rows: [...tally.cells], problems: [...unnamedDoors(), ...tally.problems] };
      },
    ],
    [
      "forged requests",
      async () => {
        const { cells, problems } = await tryForgeries(publicServerUrl, {
          random: randomFrom(seed),
          rounds: 12,
        });
        return { rows: [...cells], problems };
      },
    ],
    [
      "markup",
      async () => {
        const drawn = await tryMarkup(url, { random: randomFrom(seed), batches: Number(values.batches) });
        const exported = await tryFormulas(url);
        return {
          rows: [...drawn.cells, ...exported.cells],
          problems: [...drawn.problems, ...exported.problems],
        };
      },
    ],
    [
      "canaries",
      async () => {
        const { cells, problems } = await findLeaks({ url, logFiles, spans, metricsToken });
        return { rows: [...cells], problems };
      },
    ],
    [
      "accounts that nobody made",
      async () => ({
        rows: [["accounts at the first start", accounts.length]],
        problems: accounts.map(() => "an account is there before anybody made one"),
      }),
    ],
  ];
  const parts: Part[] = [];
  for (const [part, work] of attacks) if (wanted(part)) parts.push(await timed(part, work));
  const findings = parts.flatMap(({ part, problems }) => problems.map((problem) => `${part}: ${problem}`));
  const text = reportOf(parts, `${planted - missed.length} of ${planted}`);
  console.log(text);
  for (const finding of findings) console.error(finding);
  if (findings.length + missed.length > 0) process.exitCode = 1;
  if (values.write) {
    mkdirSync(projectPath("docs/results"), { recursive: true });
    writeFileSync(projectPath("docs/results/strangers.md"), text);
  }
} finally {
  closeConnections();
  await scene.ending.disposeAsync();
}
process.exit();

function reportOf(parts: Part[], noticed: string): string {
  const machine = `${cpus().length} × ${cpus()[0]!.model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}`;
  return [
    "# Strangers",
    "",
    `\`npm run strangers -- --seed=${values.seed} --write\`, ${new Date().toISOString().slice(0, 10)}. Written by the run itself.`,
    "",
    `- Machine: ${machine}, Node ${process.versions.node}.`,
    `- Planted holes noticed: ${noticed}.`,
    "",
    ...parts.flatMap(({ part, rows, problems, seconds }) => [
      `## ${part[0]!.toUpperCase()}${part.slice(1)}`,
      "",
      `${seconds} s, findings: ${problems.length}.`,
      "",
      "| what | answers |",
      "| --- | --: |",
      ...rows.map(([what, times]) => `| ${what} | ${times} |`),
      "",
    ]),
  ].join("\n");
}
