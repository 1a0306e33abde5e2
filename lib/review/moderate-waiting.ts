import "server-only";

import { setTimeout as wait } from "node:timers/promises";

import { endModelPause, findModelPause } from "../ai/circuit-breaker.ts";
import { env } from "../env.ts";
import { backgroundLog } from "../log/log.ts";
import { judgeTexts } from "../moderation/judge-texts.ts";
import type { Outcome } from "../moderation/judgement.ts";
import { currentPolicy } from "../moderation/policy-data.ts";
import { held } from "../moderation/weigh-verdict.ts";
import { processWide } from "../process-wide.ts";
import { withSpan } from "../trace/with-span.ts";
import { triesOf } from "./attempt.ts";
import { type Claim, claimRevisions, leaseRenewalMs, renewClaims } from "./claim-revisions.ts";
import { outcomeAfterCopies } from "./copied-text.ts";
import type { Retry } from "./retry-failed.ts";
import { settleRevision } from "./settle-revision.ts";

/** So many judges may die over one revision before a person gets it. Counted when they claim it, before any work. */
const maxTries = 3;

/** A batch that waits to fill is looked at so often meanwhile: it may be whole sooner. */
const lookMs = 100;

const state = processWide("moderation", () => ({
  run: undefined as Promise<void> | undefined,
  isAsked: false,
  isStopping: false,
  asked: Promise.withResolvers<void>(),
}));

/**
 * Judges what waits, whoever wrote it, until nothing waits that nobody else has claimed. Asked again meanwhile, it looks
 * again: what was committed before the call has been looked at when the promise resolves.
 */
export function moderateWaiting(): Promise<void> {
  wake();
  return (state.run ??= moderate());
}

/** The same for after a response. What goes wrong is the job's to repeat, and nobody's to hear of. */
export async function moderateSoon(): Promise<void> {
  await moderateWaiting().catch((error: unknown) => {
    backgroundLog.warn("reviews are judged later", { error });
  });
}

/** The model works again, as far as is known: what waits for it is judged now, and not when calls would be tried. */
export async function judgeAtOnce(): Promise<void> {
  await endModelPause("MODERATION");
  await moderateSoon();
}

/** Claims nothing more in this process. Resolves when what it has claimed is settled. */
export async function stopModerating(): Promise<void> {
  state.isStopping = true;
  wake();
  await state.run?.catch(() => undefined); // those who asked for it are told
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
      // No await from here to the end: who asks in between must not be told that it was done.
      else if (judging.size === 0 && !state.isAsked) return;
      // What is judged now may be what others wait for: copies of it come from the cache.
      else await Promise.race([asked.promise, ...judging]);
    }
    await Promise.all(judging);
    if (failures.length > 0) throw failures[0];
  } finally {
    state.run = undefined;
  }
}

/** `isKnown`: their texts were judged before, so they kill nobody, however often a server died over their settling. */
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
      // One that cannot be settled keeps its lease, and is judged anew, from the cache, when that has lapsed.
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
