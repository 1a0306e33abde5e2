import "server-only";

import { instruments } from "../../instruments.ts";
import { backgroundLog, log } from "../../log/log.ts";
import { processWide } from "../../process-wide.ts";
import type { CallFailure } from "../failure-cause.ts";
import { type ModelPurpose, hostOf, serverFor } from "./model-purpose.ts";
import { type FailedCall, closeOutage, saveFailedCalls } from "./outage-data.ts";

/**
 * Limits the writes to a few statements per second, however many calls end. A killed server loses one second
 * of counts.
 */
const gatherMs = 1000;
const maxGathered = 1000;

type Gathered = Omit<FailedCall, "ageMs"> & { at: number };

const state = processWide("model-calls", () => ({
  failed: [] as Gathered[],
  answeredAt: new Map<ModelPurpose, number>(),
  timer: undefined as NodeJS.Timeout | undefined,
  writing: Promise.resolve(),
  onRecovery: undefined as ((purpose: ModelPurpose) => Promise<void>) | undefined,
}));

export function recordFailedCall(purpose: ModelPurpose, failure: CallFailure, ms: number): void {
  const server = serverFor(purpose);
  const { cause, status, code } = failure;
  const host = hostOf(server);
  log.warn("model call failed", {
    purpose,
    model: server.model,
    host,
    status,
    code,
    cause,
    ms: Math.round(ms),
  });
  observe(purpose, cause, ms);
  noteFailedCall(purpose, failure);
}

export function noteFailedCall(purpose: ModelPurpose, failure: CallFailure, isCounted = true): void {
  const server = serverFor(purpose);
  const call = { ...failure, purpose, model: server.model, host: hostOf(server), isCounted };
  state.failed.push({ ...call, at: performance.now() });
  if (state.failed.length > maxGathered) state.failed.shift();
  writeSoon();
}

/** `msAgo`: milliseconds since the call was answered or, as the safe choice, since it began. */
export function recordAnsweredCall(purpose: ModelPurpose, msAgo: number): void {
  const at = performance.now() - msAgo;
  state.answeredAt.set(purpose, Math.max(at, state.answeredAt.get(purpose) ?? -Infinity));
  writeSoon();
}

export const observeAnsweredCall = (purpose: ModelPurpose, ms: number): void =>
  observe(purpose, "answered", ms);

function observe(purpose: ModelPurpose, outcome: string, ms: number): void {
  const labels = { purpose: purpose.toLowerCase(), outcome: outcome.toLowerCase() };
  instruments.modelCallSeconds.observe(labels, ms / 1000);
}

/**
 * Sets the callback that runs on the server that ends an outage. It may be skipped when that server is
 * killed.
 */
export function onRecovery(callback: (purpose: ModelPurpose) => Promise<void>): void {
  state.onRecovery = callback;
}

export function writeCallRecords(): Promise<void> {
  clearTimeout(state.timer);
  state.timer = undefined;
  return (state.writing = state.writing.then(write));
}

function writeSoon(): void {
  state.timer ??= setTimeout(() => void writeCallRecords(), gatherMs).unref();
}

async function write(): Promise<void> {
  const failed = state.failed.splice(0);
  const answered = [...state.answeredAt];
  state.answeredAt.clear();
  const ageOf = (at: number) => performance.now() - at;
  try {
    if (failed.length > 0)
      await saveFailedCalls(failed.map(({ at, ...call }) => ({ ...call, ageMs: ageOf(at) })));
  } catch (error) {
    backgroundLog.warn("model calls not recorded", { error });
    state.failed.unshift(...failed.slice(-maxGathered));
    writeSoon();
    return;
  }
  for (const [purpose, at] of answered) await end(purpose, ageOf(at));
}

async function end(purpose: ModelPurpose, ageMs: number): Promise<void> {
  try {
    const { hadFailed, wasShown } = await closeOutage(purpose, ageMs);
    if (wasShown) backgroundLog.info("model works again", { purpose });
    if (hadFailed) await state.onRecovery?.(purpose);
  } catch (error) {
    backgroundLog.warn("model calls not recorded", { error });
  }
}
