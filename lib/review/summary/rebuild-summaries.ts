import "server-only";

import { backgroundLog } from "../../log/log.ts";
import { processWide } from "../../process-wide.ts";
import { type SummaryOutcome, buildSummary } from "./build-summary.ts";
import { claimSummary } from "./lease.ts";

/** Per server. Low, because no visitor waits for a summary. */
const atATime = 2;
const sweepMs = 5000;
/** Only after failures of the model, so that an outage does not use up the day's calls. */
const pauseMs = { from: 15_000, to: 600_000 };

const state = processWide("summaries", () => ({
  running: undefined as Promise<void> | undefined,
  isWantedAgain: false,
  failures: 0,
  pausedUntil: 0,
  timer: undefined as NodeJS.Timeout | undefined,
  stop: new AbortController(),
}));

/**
 * Rebuilds the summaries that are due, in this process. Call it after published reviews changed; do not wait for it. The
 * sweep finds what it misses (the process died, a summary was younger than a minute).
 */
export function rebuildSummaries(): Promise<void> {
  state.isWantedAgain = true;
  state.running ??= rebuildWhileWanted().finally(() => (state.running = undefined));
  return state.running;
}

/** Runs in every server: claims divide the work. */
export function sweepSummaries(): void {
  state.timer ??= setInterval(() => void rebuildSummaries(), sweepMs).unref();
}

export async function stopSweepingSummaries(): Promise<void> {
  clearInterval(state.timer);
  state.stop.abort();
  await state.running;
}

async function rebuildWhileWanted(): Promise<void> {
  const { signal } = state.stop;
  while (state.isWantedAgain && Date.now() >= state.pausedUntil && !signal.aborted) {
    state.isWantedAgain = false;
    const ended = await Promise.all(Array.from({ length: atATime }, () => rebuildDue(signal).catch(report)));
    pauseAfter(ended.find((failure) => failure !== null));
  }
}

function report(error: unknown): null {
  backgroundLog.warn("summaries interrupted", { error });
  return null;
}

export async function rebuildDue(stop: AbortSignal): Promise<SummaryOutcome | null> {
  while (!stop.aborted) {
    const claim = await claimSummary();
    if (!claim) return null;
    const outcome = await buildSummary(claim, stop);
    if (outcome === "SAVED") continue;
    if (outcome === "STOPPED") return null;
    backgroundLog.warn("summary not written", { summaryId: claim.id, outcome });
    if (outcome !== "MODEL_GARBLED") return outcome;
  }
  return null;
}

function pauseAfter(failure: SummaryOutcome | undefined) {
  state.failures = failure ? state.failures + 1 : 0;
  const length = Math.min(pauseMs.to, pauseMs.from * 2 ** (state.failures - 1));
  state.pausedUntil = failure ? Date.now() + length : 0;
}
