import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { projectPath } from "../scripts/project.ts";
import { atOnceFrom, pace, type Plan } from "./plan.ts";
import { isPinned } from "./processes.ts";
import { type Subject, titles } from "./subjects.ts";
import type { Summary } from "./summary.ts";
import { judge } from "./targets.ts";

type Result = {
  plan: Plan;
  summaries: Summary[];
  memoryKb: Map<Subject, number>;
  idleCpuPerSecond: number | undefined;
  postgresVersion: string | undefined;
  seconds: number;
  faults: string[];
};

function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(projectPath(`node_modules/${name}/package.json`), "utf8")) as {
    version: string;
  };
  return `${name} ${version}`;
}

const table = (head: string[], rows: string[][]) =>
  [head, head.map((_, column) => (column ? "--:" : "---")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

const ms = (value: number) => (Math.abs(value) < 9.95 ? value.toFixed(1) : value.toFixed(0));

function levelTable(summaries: Summary[], streams: number): string {
  const rows = summaries
    .filter((summary) => summary.streams === streams)
    .map(
      ({
        subject,
        cpuPer1000,
        ofProxy,
        addedFirstTextMs: added,
        gapMs,
        residentMb,
        textsPerSecond,
        failures,
      }) => [
        titles[subject],
        `${cpuPer1000.median.toFixed(0)} (${cpuPer1000.min.toFixed(0)}–${cpuPer1000.max.toFixed(0)})`,
        `${ofProxy.median.toFixed(2)} (${ofProxy.min.toFixed(2)}–${ofProxy.max.toFixed(2)})`,
        `${ms(added.p50.median)} / ${ms(added.p95.median)} / ${ms(added.p99.median)}`,
        `${ms(gapMs.p50)} / ${ms(gapMs.p95)} / ${ms(gapMs.p99)}`,
        residentMb.toFixed(0),
        textsPerSecond.toFixed(0),
        String(failures.length),
      ],
    );
  const head = [
    "subject",
    "CPU ms per 1,000 tokens",
    "÷ bare proxy",
    "added first text p50 / p95 / p99 ms",
    "gap p50 / p95 / p99 ms",
    "RSS MB",
    "tokens/s",
    "failures",
  ];
  return table(head, rows);
}

function databaseTable(sora: Summary[]): string {
  const rows = sora.flatMap(({ streams, database, afterShare }) =>
    database
      ? [
          [
            String(streams),
            database.logStatementsPerSecond.toFixed(1),
            database.transactionsPerSecond.toFixed(0),
            Number.isFinite(database.heldMax) ? database.busyMean.toFixed(2) : "–",
            Number.isFinite(database.heldMax) ? String(database.heldMax) : "–",
            `${(afterShare * 100).toFixed(0)} %`,
          ],
        ]
      : [],
  );
  const head = [
    "streams",
    "log statements/s",
    "transactions/s in all",
    "busy connections, mean",
    "held in a transaction, max",
    "CPU after the streams",
  ];
  return table(head, rows);
}

const soraOf = ({ summaries }: Result) => summaries.filter(({ subject }) => subject === "sora");

function targetTable(result: Result): string {
  const targets = judge(soraOf(result), result.memoryKb.get("sora") ?? NaN);
  const rows = targets.map(({ figure, goal, measured, isMet }) => [
    figure,
    goal,
    measured,
    isMet ? "met" : "**not met**",
  ]);
  return table(["figure", "target", "measured", ""], rows);
}

function sections(result: Result): string[] {
  const { plan, summaries, memoryKb, idleCpuPerSecond } = result;
  const startOf = (streams: number) =>
    streams === 1 ? "" : streams >= atOnceFrom ? ", started at once" : ", started one after the other";
  const memory = [...memoryKb].map(([subject, kb]) => [titles[subject], kb.toFixed(0)]);
  return [
    ...plan.levels.map(
      (streams) =>
        `## ${streams} stream${streams > 1 ? "s" : ""}${startOf(streams)}\n\n${levelTable(summaries, streams)}`,
    ),
    `## Live memory\n\nHeap and buffers after a garbage collection, with ${plan.memoryStreams} streams half-way, ` +
      `less the same without streams.\n\n${table(["subject", "KB per open stream"], memory)}`,
    ...(plan.subjects.includes("sora")
      ? [
          `## Sora's database\n\nAn idle server uses ${idleCpuPerSecond?.toFixed(1)} ms of CPU a second ` +
            `(the job queue polls).\n\n${databaseTable(soraOf(result))}`,
        ]
      : []),
  ];
}

export function consoleReport(result: Result): string {
  const faults = result.faults.length
    ? ["", `${result.faults.length} FAULTS`, ...result.faults.slice(0, 10)]
    : [];
  const targets =
    result.plan.subjects.includes("sora") && result.plan.subjects.includes("proxy")
      ? [targetTable(result)]
      : [];
  return ["", ...sections(result), ...targets, ...faults].join("\n\n");
}

export function markdownReport(result: Result): string {
  const { plan, postgresVersion, seconds, faults } = result;
  const [cpu] = cpus();
  const versions = ["next", "ai", "@ai-sdk/openai", "pg", "hono", "@hono/node-server", "openai"].map(
    versionOf,
  );
  return `# What a reply costs

\`npm run bench\`, ${new Date().toISOString().slice(0, 10)}, ${(seconds / 60).toFixed(0)} minutes. Written by the run itself.

- Machine: ${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}. ${
    isPinned
      ? "Each server runs alone on the last core. The model server, the load and PostgreSQL share the others."
      : "Nothing is pinned to a core here, so the processes slow each other down."
  }
- Versions: node ${process.versions.node}, PostgreSQL ${postgresVersion}, ${versions.join(", ")}.
- Load: the sample model, ${pace.tokensPerSecond} tokens a second and ${pace.firstTokenMs} ms to the first, ${
    plan.tokens
  } tokens a reply. Medians of ${plan.rounds} interleaved rounds (lowest–highest).
- Every stream's text was compared with the model server's text for that page, and every reply was read back from the
  database: ${faults.length === 0 ? "all equal, all DONE" : `**${faults.length} faults**, the first: ${faults[0]}`}.
- Sora's figures include the session check, the member's quota, the sealed log, saving, and the job that watches over
  each reply. Each stream belongs to a different signed-in member. "Added" is the time beyond the same quantile of
  direct calls to the model server, in the same round.

## Targets

${targetTable(result)}

${sections(result).join("\n\n")}
`;
}
