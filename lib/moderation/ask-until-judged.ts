import "server-only";

import { setTimeout as wait } from "node:timers/promises";

import type { ModelFailure } from "../ai/model-failure.ts";
import { type Asking, type JudgeAnswer, type Question, askJudge } from "./ask-judge.ts";
import type { ModelVerdict } from "./verdict-cache-data.ts";

/** What came of a question in the end. */
export type Answered =
  | { ok: true; data: ModelVerdict; isLasting: boolean }
  | { ok: false; error: ModelFailure | "BUDGET" };

/** Tries after the first one, for each text. */
const maxRetries = 3;
const backoffMs = [300, 900, 2700];
/** A server that asks for more patience than this is as good as down. */
const longestWaitMs = 30_000;

/**
 * Asks about texts together. A text whose verdict is missing or bad is asked about again alone; the others' verdicts
 * stand. When the whole answer is bad, all are asked about again in smaller company: in halves, then each alone. So one
 * text that spoils every answer it is part of costs its neighbours a few calls, never their verdict.
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
  // What is wrong with the prompt may be wrong with one of its texts only.
  if (failed.isRefused) return size > 1 ? { size: 1, waitMs } : "GIVE_UP";
  if (!failed.canRetry || (failed.retryAfterMs ?? 0) > longestWaitMs) return "GIVE_UP";
  // Not sooner than the server asked, and not everybody at that very moment.
  if (failed.error !== "MODEL_GARBLED") {
    // A server may stumble over one text only; the last try finds out, unless the server is merely busy.
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
    // In company it may have been another text's doing.
    isLasting: group.length === 1,
  };
}

/** Waits for all of them even when one throws: nothing goes on behind the caller's back. */
export async function allEnded(work: Promise<unknown>[]): Promise<void> {
  const thrown = (await Promise.allSettled(work)).find(({ status }) => status === "rejected");
  if (thrown?.status === "rejected") throw thrown.reason;
}

function chunks<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}
