import "server-only";

import { setTimeout as wait } from "node:timers/promises";

import { endModelPause, findModelPause } from "../../ai/circuit-breaker.ts";
import { env } from "../../env.ts";
import { backgroundLog } from "../../log/log.ts";
import { judgeTexts } from "../../moderation/judge-texts.ts";
import type { Outcome } from "../../moderation/judgement.ts";
import { currentPolicy } from "../../moderation/policy/data.ts";
import { held } from "../../moderation/weigh-verdict.ts";
import { processWide } from "../../process-wide.ts";
import { withSpan } from "../../trace/with-span.ts";
import { triesOf } from "../revision/attempt.ts";
import { type Claim, claimRevisions, leaseRenewalMs, renewClaims } from "./claim-revisions.ts";
import { outcomeAfterCopies } from "./copied-text.ts";
import type { Retry } from "./retry-failed.ts";
import { settleRevision } from "./settle-revision.ts";

/** After this many dead judges a person gets the revision. A claim counts before any work is done. */
const maxTries = 3;

/** How often a batch that waits to fill is checked: it may be whole sooner than `waitMs`. */
const lookMs = 100;

const state = processWide("moderation", () => ({
  run: undefined as Promise<void> | undefined,
  isAsked: false,
  isStopping: false,
  asked: Promise.withResolvers<void>(),
}));

/**
 * Judges until nothing unclaimed waits. Unless it is stopped or fails, everything that was committed before the call has
 * been checked when the promise resolves: a call during a run makes it check again.
 */
export function moderateWaiting(): Promise<void> {
  wake();
  return (state.run ??= moderate());
}

/** For `after()`. Errors are only logged, because the job retries. */
export async function moderateSoon(): Promise<void> {
  await moderateWaiting().catch((error: unknown) => {
    backgroundLog.warn("reviews are judged later", { error });
  });
}

/** For when the model works again: ends the pause, so that failed reviews are not left for their next retry. */
export async function judgeAtOnce(): Promise<void> {
  await endModelPause("MODERATION");
  await moderateSoon();
}

export async function stopModerating(): Promise<void> {
  state.isStopping = true;
  wake();
  await state.run?.catch(() => undefined);
}

function wake(): void {
  state.isAsked = true;
  state.asked.resolve();
  state.asked = Promise.withResolvers<void>();
}

async function moderate(): Promise<void> {
  const judging = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let calls = 0;
  const begin = (claims: Claim[], isKnown: boolean) => {
    if (!isKnown) calls += 1;
    const work = judge(claims, isKnown)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => {
        judging.delete(work);
        if (!isKnown) calls -= 1;
      });
    judging.add(work);
  };

  try {
    while (!state.isStopping && failures.length === 0) {
      const { asked } = state;
      state.isAsked = false;
      const next = await claimRevisions({ mayCallModel: calls < env().MODERATION_CONCURRENCY });
      if (next && "claims" in next) begin(next.claims, next.isKnown);
      else if (next) await wait(Math.min(next.waitMs, lookMs));
      // No await from here to the end of the run: what a call in between has committed would be missed.
      else if (judging.size === 0 && !state.isAsked) return;
      // A verdict may release copies: they are judged from the cache.
      else await Promise.race([asked.promise, ...judging]);
    }
    await Promise.all(judging);
    if (failures.length > 0) throw failures[0];
  } finally {
    state.run = undefined;
  }
}

/** `isKnown` texts come from the cache, so their tries say nothing about the text. */
async function judge(claims: Claim[], isKnown: boolean): Promise<void> {
  const renewal = setInterval(() => void renewClaims(claims).catch(warn), leaseRenewalMs);
  try {
    const hopeless = isKnown ? [] : claims.filter(({ attempt }) => triesOf(attempt) > maxTries);
    const policy = await currentPolicy();
    for (const claim of hopeless) await settleRevision(claim, { ok: true, data: held("UNREADABLE", policy) });

    const candidates = claims.filter((claim) => !hopeless.includes(claim));
    if (candidates.length === 0) return;
    const texts = candidates.map(({ revisionId: id, body: text }) => ({ id, text }));
    const outcomes = await withSpan("judging", { "sora.count": texts.length }, () =>
      judgeTexts(texts, { policy, pauses: true }),
    );
    const hasFailed = [...outcomes.values()].some(({ ok }) => !ok);
    const retry = hasFailed && (await findModelPause("MODERATION")) ? "SOON" : "LATER";
    const failures: unknown[] = [];
    for (const claim of candidates) {
      const outcome = outcomes.get(claim.revisionId);
      if (!outcome) failures.push(new Error(`no outcome for revision ${claim.revisionId}`));
      // The lease stays. After it expires the revision is judged again, from the cache.
      else await settle(claim, outcome, retry).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  } finally {
    clearInterval(renewal);
  }
}

async function settle(claim: Claim, outcome: Outcome, retry: Retry): Promise<void> {
  await settleRevision(claim, await outcomeAfterCopies(claim, outcome), retry);
}

function warn(error: unknown): void {
  backgroundLog.warn("lease not renewed", { error });
}
