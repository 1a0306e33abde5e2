import "server-only";

import { backgroundLog } from "../log/log.ts";
import { processWide } from "../process-wide.ts";
import { type SummaryOutcome, buildSummary } from "./build-summary.ts";
import { claimSummary } from "./summary-lease.ts";

/** Summaries that one server writes at a time: visitors see none of them, so there is no hurry. */
const atATime = 2;
const sweepMs = 5000;
/** After failures of the model, not of one summary: an outage must not use the day's calls up. */
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
 * Brings up to date whatever summary is due, here and now. Call it after what is published has changed; no one need wait
 * for it. What it misses (the process died, the minute was not over) the sweep finds.
 */
export function rebuildSummaries(): Promise<void> {
  state.isWantedAgain = true;
  state.running ??= rebuildWhileWanted().finally(() => (state.running = undefined));
  return state.running;
}

/** Looks every few seconds, in every server: they share the work by their claims. */
export function sweepSummaries(): void {
  state.timer ??= setInterval(() => void rebuildSummaries(), sweepMs).unref();
}

/** Ends what is being written; the next server takes it up. */
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

/** The database is away, most likely. */
function report(error: unknown): null {
  backgroundLog.warn("summaries interrupted", { error });
  return null;
}

/** Writes one due summary after the other. @returns the failure of the model that ended it, or null when none is due. */
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
