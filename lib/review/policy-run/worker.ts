import "server-only";

import { env } from "../../env.ts";
import type { PolicyRunKind } from "../../generated/prisma/enums.ts";
import { backgroundLog } from "../../log/log.ts";
import { judgeTexts, maxBatch } from "../../moderation/judge-texts.ts";
import type { Outcome } from "../../moderation/judgement.ts";
import { currentPolicy } from "../../moderation/policy/data.ts";
import { processWide } from "../../process-wide.ts";
import { type RunItem, nextItems } from "./batch.ts";
import {
  type RunClaim,
  claimRun,
  finishRun,
  releaseRun,
  renewRun,
  runRenewalMs,
  spendCall,
  stopRun,
} from "./lease.ts";
import { settleItem } from "./settle.ts";

const sweepMs = 2000;
/** The rest of the day's calls is reserved for new reviews. */
const shareOfDay = 0.9;
const kinds: PolicyRunKind[] = ["TRIAL", "REJUDGE"];

const state = processWide("policy-runs", () => ({
  running: new Map<PolicyRunKind, Promise<void>>(),
  timer: undefined as NodeJS.Timeout | undefined,
  stop: new AbortController(),
}));

/** Every server looks for a run without a lease: a new one, or one whose server died. */
export function sweepPolicyRuns(): void {
  state.timer ??= setInterval(() => void workPolicyRuns(), sweepMs).unref();
}

export async function stopSweepingPolicyRuns(): Promise<void> {
  clearInterval(state.timer);
  state.stop.abort();
  await Promise.all(state.running.values());
}

export async function workPolicyRuns(): Promise<void> {
  await Promise.all(kinds.map(workKind));
}

/** Kinds do not wait for each other: a trial may take an hour. */
function workKind(kind: PolicyRunKind): Promise<void> {
  const running = state.running.get(kind) ?? workOnFree(kind).finally(() => state.running.delete(kind));
  state.running.set(kind, running);
  return running;
}

async function workOnFree(kind: PolicyRunKind): Promise<void> {
  try {
    while (!state.stop.signal.aborted) {
      const claim = await claimRun(kind);
      if (!claim) return;
      await workOn(claim);
    }
  } catch (error) {
    backgroundLog.warn("policy run interrupted", { error });
  }
}

async function workOn(claim: RunClaim): Promise<void> {
  const lost = new AbortController();
  const signal = AbortSignal.any([lost.signal, state.stop.signal]);
  const renew = async () => (await renewRun(claim)) || lost.abort();
  const renewal = setInterval(
    () => void renew().catch((error: unknown) => backgroundLog.warn("policy run interrupted", { error })),
    runRenewalMs,
  );
  try {
    while (!signal.aborted && (await judgeBatch(claim, signal)));
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearInterval(renewal);
    await releaseRun(claim);
  }
}

async function judgeBatch(claim: RunClaim, signal: AbortSignal): Promise<boolean> {
  if (claim.kind === "REJUDGE" && (await currentPolicy()).version !== claim.policy.version) {
    await stopRun(claim, "POLICY");
    return false;
  }
  const items = await nextItems(claim, maxBatch);
  if (items.length === 0) {
    await finishRun(claim);
    return false;
  }

  const asked = items.filter(({ skip }) => skip === null);
  const outcomes = await judgeTexts(
    asked.map(({ revisionId: id, body: text }) => ({ id, text })),
    {
      policy: claim.policy,
      runKind: claim.kind,
      signal,
      mayCall: () => spendCall(claim),
      callsPerDay: Math.floor(shareOfDay * env().MODERATION_CALLS_PER_DAY),
    },
  );
  const outcomeOf = ({ revisionId }: RunItem) => outcomes.get(revisionId) ?? notAsked;
  if (isModelAway(asked.map(outcomeOf))) {
    await stopRun(claim, "MODEL");
    return false;
  }
  for (const item of items) {
    if (!isOverBudget(outcomeOf(item)) && !(await settleItem(claim, item, outcomeOf(item)))) return false;
  }
  if (!asked.some((item) => isOverBudget(outcomeOf(item)))) return true;
  await stopRun(claim, "BUDGET");
  return false;
}

const notAsked: Outcome = { ok: false, error: "MODEL_UNAVAILABLE" };

const isOverBudget = (outcome: Outcome) => outcome.ok && outcome.data.holdReason === "BUDGET";

/** Whether every call failed: then the model is at fault, not one text, and the run stops. */
function isModelAway(outcomes: Outcome[]): boolean {
  const byModel = outcomes.filter(
    (outcome) => !outcome.ok || (outcome.data.modelCallId !== null && !outcome.data.isFromCache),
  );
  return byModel.length > 1 && byModel.every((outcome) => !outcome.ok && outcome.error !== "MODEL_GARBLED");
}
