import "server-only";

import { setTimeout as wait } from "node:timers/promises";

import type { ModelFailure } from "../ai/model-failure.ts";
import { type Asking, type JudgeAnswer, type Question, askJudge } from "./ask-judge.ts";
import type { ModelVerdict } from "./verdict-cache-data.ts";

export type Answered =
  | { ok: true; data: ModelVerdict; isLasting: boolean }
  | { ok: false; error: ModelFailure | "BUDGET" };

const maxRetries = 3;
const backoffMs = [300, 900, 2700];
/** A longer Retry-After counts as an outage. */
const longestWaitMs = 30_000;

/**
 * Judges texts together. A text with a missing or invalid verdict is retried alone; the verdicts of the others are
 * kept. When the whole answer is invalid, all texts are retried in halves, then each alone. So a text that spoils
 * every answer costs the others a few calls, but no verdict.
 */
export async function askUntilJudged(
  questions: Question[],
  onAnswer: (question: Question, answered: Answered) => Promise<void>,
  asking: Asking,
): Promise<void> {
  const ask = async (group: Question[], tries: number): Promise<void> => {
    const answer = await askJudge(group, asking);
    if (answer.ok) {
      const judged = group.filter(({ hash }) => answer.data.has(hash));
      await tellAll(judged, ({ hash }) => ({ ok: true, data: answer.data.get(hash)!, isLasting: true }));
      await askAlone(
        group.filter((question) => !judged.includes(question)),
        tries,
      );
      return;
    }
    const next = nextStep(answer, group, tries);
    if (next === "GIVE_UP") {
      await tellAll(group, () => lastWord(answer, group));
      return;
    }
    await wait(next.waitMs, undefined, { signal: asking.signal });
    await allEnded(chunks(group, next.size).map((part) => ask(part, tries + 1)));
  };
  const askAlone = async (unjudged: Question[], tries: number): Promise<void> => {
    if (tries === maxRetries) return tellAll(unjudged, () => ({ ok: false, error: "MODEL_GARBLED" }));
    if (unjudged.length > 0) await wait(backoffFor(tries), undefined, { signal: asking.signal });
    await allEnded(unjudged.map((question) => ask([question], tries + 1)));
  };
  const tellAll = (group: Question[], answered: (question: Question) => Answered) =>
    allEnded(group.map((question) => onAnswer(question, answered(question))));

  await ask(questions, 0);
}

const backoffFor = (tries: number) => backoffMs[tries]! * (0.5 + Math.random());

type Failed = Exclude<JudgeAnswer, { ok: true }>;

function nextStep(
  failed: Failed,
  group: Question[],
  tries: number,
): "GIVE_UP" | { size: number; waitMs: number } {
  const size = group.length;
  if (tries === maxRetries) return "GIVE_UP";
  const waitMs = backoffFor(tries);
  if (failed.error === "DISTRUSTED") return size > 1 ? { size: 1, waitMs: 0 } : "GIVE_UP";
  // One text may be the cause of the refusal: send each alone.
  if (failed.isRefused) return size > 1 ? { size: 1, waitMs } : "GIVE_UP";
  if (!failed.canRetry || (failed.retryAfterMs ?? 0) > longestWaitMs) return "GIVE_UP";
  if (failed.error !== "MODEL_GARBLED") {
    // One text may crash the server, so the last try sends each alone. A busy server would only get more calls.
    const isLastTry = tries === maxRetries - 1 && failed.error !== "MODEL_BUSY";
    return { size: isLastTry ? 1 : size, waitMs: (failed.retryAfterMs ?? 0) + waitMs };
  }
  return { size: tries === 0 ? Math.ceil(size / 2) : 1, waitMs };
}

function lastWord(failed: Failed, group: Question[]): Answered {
  if (failed.error !== "DISTRUSTED") return { ok: false, error: failed.error };
  const { model, callId: modelCallId } = failed;
  return {
    ok: true,
    data: {
      decision: "HOLD",
      rule: null,
      holdReason: "DISTRUSTED",
      evidence: [],
      alsoBroken: [],
      vetoes: [],
      confidence: null,
      model,
      modelCallId,
    },
    // In a group, another text may be the cause.
    isLasting: group.length === 1,
  };
}

/** Waits for all promises even when one rejects, so that no work continues after the caller has returned. */
export async function allEnded(work: Promise<unknown>[]): Promise<void> {
  const thrown = (await Promise.allSettled(work)).find(({ status }) => status === "rejected");
  if (thrown?.status === "rejected") throw thrown.reason;
}

function chunks<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}
