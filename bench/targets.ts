// Targets of the reply route, including session check, sealed log and saving.
import type { Summary } from "./summary.ts";

type Target = { figure: string; goal: string; measured: string; isMet: boolean };

/** Sora's summaries by level, and an open stream's memory in KB. Skips levels that were not run. */
export function judge(sora: Summary[], memoryKb: number): Target[] {
  const at = (streams: number) => sora.find((summary) => summary.streams === streams);
  const targets: Target[] = [];
  const fifty = at(50);
  if (fifty) {
    const { ofProxy, addedFirstTextMs: added, gapMs } = fifty;
    const ratio = `${ofProxy.median.toFixed(2)} (${ofProxy.min.toFixed(2)}–${ofProxy.max.toFixed(2)})`;
    for (const goal of [2.5, 2]) {
      targets.push({
        figure: "CPU per 1,000 tokens, 50 streams, ÷ bare proxy",
        goal: `≤ ${goal.toFixed(1)}`,
        measured: ratio,
        isMet: ofProxy.median <= goal,
      });
    }
    targets.push({
      figure: "added time to the first text, 50 streams",
      goal: "p50 ≤ 10 ms, p99 ≤ 40 ms",
      measured: `${added.p50.median.toFixed(0)} / ${added.p99.median.toFixed(0)} ms`,
      isMet: added.p50.median <= 10 && added.p99.median <= 40,
    });
    targets.push({
      figure: "gap between pieces, 50 streams",
      goal: "p95 ≤ 60 ms",
      measured: `${gapMs.p95.toFixed(0)} ms`,
      isMet: gapMs.p95 <= 60,
    });
  }
  const crowd = at(500);
  if (crowd) {
    const { p95 } = crowd.addedFirstTextMs;
    targets.push({
      figure: "500 started at once: added time to the first text",
      goal: "p95 ≤ 1,000 ms, none fails",
      measured: `${p95.median.toFixed(0)} ms, ${crowd.failures.length} failed`,
      isMet: p95.median <= 1000 && crowd.failures.length === 0,
    });
  }
  targets.push({
    figure: "live memory per open stream",
    goal: "≤ 64 KB",
    measured: `${memoryKb.toFixed(0)} KB`,
    isMet: memoryKb <= 64,
  });
  const databases = sora.flatMap(({ database }) => database ?? []);
  const logRate = Math.max(...databases.map(({ logStatementsPerSecond }) => logStatementsPerSecond));
  targets.push({
    figure: "statements on the reply log, any number of streams",
    goal: "≤ 20 a second",
    measured: `${logRate.toFixed(1)} a second`,
    isMet: logRate <= 20,
  });
  // Not finite when the first stream ended before the last one began.
  const looked = databases.filter(({ heldMax }) => Number.isFinite(heldMax));
  if (looked.length) {
    const held = Math.max(...looked.map(({ heldMax }) => heldMax));
    const busy = Math.max(...looked.map(({ busyMedian }) => busyMedian));
    targets.push({
      figure: "database connections held while streaming",
      goal: "0",
      measured: `${held} in an open transaction at worst, ${busy} busy in the median sample`,
      isMet: held === 0 && busy === 0,
    });
  }
  return targets;
}
