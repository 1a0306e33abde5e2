import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { projectPath } from "../scripts/project.ts";
import { isPinned } from "./processes.ts";
import type { ReviewState } from "./review-state.ts";

export type Case = { modelMs: number; chars: number };
export type Timed = Case & { p50: number; p95: number; longest: number };
export type Flood = {
  count: number;
  copies: number;
  atATime: number;
  modelMs: number;
  refused: number;
  p50: number;
  p95: number;
  /** From the first request to the last answer, and to the last verdict. */
  sentMs: number;
  drainedMs: number;
  waiting: number;
  became: ReviewState;
};

type Result = {
  timed: Timed[];
  flood: Flood;
  rounds: number;
  perRound: number;
  atATime: number;
  postgresVersion: string;
  seconds: number;
  load: [number, number];
};

const table = (head: string[], rows: string[][]) =>
  [head, head.map((_, column) => (column ? "--:" : "---")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

const ms = (value: number) => value.toFixed(0);
const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
const chars = (count: number) => `${count.toLocaleString("en")} characters`;
const pace = (modelMs: number) => (modelMs ? `${modelMs / 1000} s slow` : "at once");
const isMet = (met: boolean) => (met ? "met" : "**not met**");

function timedTable(timed: Timed[]): string {
  const rows = timed.map((one) => [
    pace(one.modelMs),
    chars(one.chars),
    ms(one.p50),
    ms(one.p95),
    ms(one.longest),
  ]);
  return table(["the model answers", "text", "p50 ms", "p95 ms", "longest ms"], rows);
}

function floodTable(flood: Flood): string {
  const { count, refused, became } = flood;
  const { revisions, approved, verdicts, notices, calls } = became;
  const isWhole = [revisions, approved, verdicts, notices].every((number) => number === count);
  return table(
    ["figure", "target", "measured", ""],
    [
      ["accepted", `${count}`, `${count - refused}`, isMet(refused === 0)],
      [
        "saved / approved / verdicts / notices",
        `${count} each`,
        `${revisions} / ${approved} / ${verdicts} / ${notices}`,
        isMet(isWhole),
      ],
      ["model calls", "≤ 60", `${calls}`, isMet(calls <= 60)],
      ["time to the answer, p50 / p95", "", `${ms(flood.p50)} / ${ms(flood.p95)} ms`, ""],
      ["all answered after", "", seconds(flood.sentMs), ""],
      ["not judged yet by then", "", `${flood.waiting}`, ""],
      ["all judged after", "", seconds(flood.drainedMs), ""],
    ],
  );
}

function versionOf(name: string): string {
  const file = projectPath(`node_modules/${name}/package.json`);
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
  return `${name} ${version}`;
}

export function reviewReport(result: Result): string {
  const { timed, flood, rounds, perRound, atATime, postgresVersion, load } = result;
  const [cpu] = cpus();
  return `# What sending a review costs

\`npm run bench:reviews\`, ${new Date().toISOString().slice(0, 10)}, ${ms(result.seconds)} seconds. Written by the run itself.

- Machine: ${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}; load ${load[0].toFixed(1)} before the run, ${load[1].toFixed(1)} after it. ${
    isPinned
      ? "The server is pinned to the last core; the model server, the load and PostgreSQL share the others."
      : "Nothing is pinned to a core here, so the processes slow each other down."
  }
- Versions: node ${process.versions.node}, PostgreSQL ${postgresVersion}, ${["next", "pg", "pg-boss", "ai"].map(versionOf).join(", ")}.
- A review is a plain post of the page's form, as a browser without script sends it, by signed-in members. The time
  ends with the complete answer. It includes the session check, the limits, and the transaction with the job.

## Time to the answer

${rounds} interleaved rounds of ${perRound} reviews, ${atATime} at a time; medians of the rounds. No text is sent twice, and each round waits
until the previous round is judged.

${timedTable(timed)}

## ${flood.count} reviews, ${flood.atATime} at a time, ${flood.copies} of them copies

The model takes ${flood.modelMs / 1000} s for each call.

${floodTable(flood)}
`;
}
