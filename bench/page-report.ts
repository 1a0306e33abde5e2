// The result as text: for the console, and for bench/RESULTS-PAGES.md.
import { availableParallelism, cpus, totalmem } from "node:os";
import { type Kind, type Visit, kinds, slowPhone } from "./page-visit.ts";
import { median } from "./quantile.ts";

type Visits = ReadonlyMap<string, Visit[]>;
type Result = { visits: Visits; rounds: number; load: readonly [number, number]; browser: string };

const targets = { usableMs: 2500, totalKb: 400, requests: 25 };

const table = (head: string[], rows: string[][]) =>
  [head, head.map((_, column) => (column ? "--:" : "---")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

type Figure = Exclude<keyof Visit, "kB">;
const of = (all: Visit[] | undefined, figure: Figure) => median((all ?? []).map((one) => one[figure]));
const whole = (value: number) => value.toFixed(0);
const seconds = (ms: number) => (ms / 1000).toFixed(2);

function weightTable(visits: Visits): string {
  const rows = [...visits].map(([name, all]) => [
    name,
    whole(of(all, "requests")),
    whole(of(all, "totalKb")),
    ...kinds.map((kind: Kind) => whole(median(all.map((one) => one.kB[kind])))),
  ]);
  return table(["page", "requests", "kB", ...kinds], rows);
}

function timeTable(visits: Visits): string {
  const [bare] = visits.values();
  const rows = [...visits].map(([name, all]) => [
    name,
    seconds(of(all, "lcpMs")),
    seconds(of(all, "usableMs")),
    seconds(of(all, "scriptsMs")),
    seconds(of(all, "hydratedMs")),
    (of(all, "hydratedMs") / of(bare, "hydratedMs")).toFixed(2),
    seconds(of(all, "busyMs")),
    whole(of(all, "earlyInpMs")),
    whole(of(all, "inpMs")),
    whole(of(all, "lostKeys")),
  ]);
  const head = ["page", "LCP s", "usable s", "scripts s", "hydrated s", "÷ bare", "busy s"];
  return table([...head, "early INP ms", "INP ms", "keys lost"], rows);
}

function verdicts(visits: Visits): string {
  const diary = visits.get("`/diary`");
  const verdict = (value: number, limit: number) => (value <= limit ? "met" : "**not met**");
  const [usable, kB, requests] = (["usableMs", "totalKb", "requests"] as const).map((figure) =>
    of(diary, figure),
  );
  return [
    `- \`/diary\` can be written in after ${seconds(usable!)} s; target ≤ ${seconds(targets.usableMs)} s: ${verdict(usable!, targets.usableMs)}.`,
    `- \`/diary\` weighs ${whole(kB!)} kB; target ≤ ${targets.totalKb} kB: ${verdict(kB!, targets.totalKb)}.`,
    `- \`/diary\` takes ${whole(requests!)} requests; target ≤ ${targets.requests}: ${verdict(requests!, targets.requests)}.`,
  ].join("\n");
}

export function pageReport({ visits, rounds, load, browser }: Result): string {
  const [cpu] = cpus();
  const [before, after] = load;
  const isLoaded = before > availableParallelism() / 2;
  return `# What a first visit weighs

\`npm run bench:pages\`, ${new Date().toISOString().slice(0, 10)}. Written by the run itself.

- Machine: ${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}; load ${before.toFixed(1)} before the run, ${after.toFixed(1)} after it${isLoaded ? " (**loaded**)" : ""}. The servers, the
  database and the browser share it. On a loaded machine times are longer; requests, sizes and the ratio to the bare page remain valid.
- Visits: Chromium ${browser}, 390 × 844, cold cache, only the session's cookie, ${slowPhone.kbitPerSecond / 1000} Mbit/s, ${slowPhone.latencyMs} ms round trip, ${slowPhone.slowdown} × slower CPU.
  Medians of ${rounds} interleaved rounds. kB are 1,000 bytes as transferred, until two seconds after the last byte.
- Usable: on pages with a text field, when it holds the first key. The field is tapped as soon as it is visible, and ten keys a second are
  pressed from then (40 at most) until 15 keys after the hydration. The run fails if a key is missing at the end: on \`/diary\` in the
  page that the server has, else in the field. Links are usable when they are visible, the queue when it is hydrated, and the bare
  page too if it loses keys.
- Hydrated: React has taken over the control (on \`/diary\`: the draft store has the text). Scripts: the last script before that
  has arrived. Busy: the main thread's work until then, with the CPU slowed down.
- INP: the longest of these presses to the next frame, before (early) and after the hydration.

${weightTable(visits)}

${timeTable(visits)}

${verdicts(visits)}
`;
}
