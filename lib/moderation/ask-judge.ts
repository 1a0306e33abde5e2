import "server-only";

import { randomBytes, randomInt } from "node:crypto";

import { type NoObject, askForObject } from "../ai/ask-for-object.ts";
import { env } from "../env.ts";
import type { PolicyRunKind } from "../generated/prisma/enums.ts";
import { type ItemVerdict, answerSchema } from "./answer-schema.ts";
import { pickControlText } from "./control-items.ts";
import { readable } from "./patterns/normalise.ts";
import type { Policy } from "./policy.ts";
import { judgeInstructions, judgePrompt } from "./prompt.ts";
import type { ModelVerdict } from "./verdict-cache-data.ts";

/** A text that the model is asked about, for every candidate that says the same. */
export type Question = { hash: string; text: string; subjectIds: string[] };

/** What one call said of each question, by hash; or why it is not to be used. */
export type JudgeAnswer =
  | { ok: true; data: Map<string, ModelVerdict> }
  | NoObject
  | { ok: false; error: "DISTRUSTED"; model: string; callId: string };

/** How a caller wants its texts asked about. */
export type Asking = {
  policy: Policy;
  signal?: AbortSignal | undefined;
  /** For a policy run of this kind; without it, for reviews that wait. A trial's policy is not in force. */
  runKind?: PolicyRunKind | undefined;
  /** Asked before each call of the model; after a no it is as if the day's budget were used up. */
  mayCall?: (() => Promise<boolean>) | undefined;
  /** Of the calls of all texts together; without it, all that the settings allow. */
  callsPerDay?: number | undefined;
};

/** Asks the model about these texts, in one call, once. Fails as a whole: an answer is whole and honest, or is none. */
export async function askJudge(questions: Question[], asking: Asking): Promise<JudgeAnswer> {
  const { policy, signal, runKind, mayCall, callsPerDay = env().MODERATION_CALLS_PER_DAY } = asking;
  if (mayCall && !(await mayCall())) return noBudget;

  const items = questions.map((question) => ({ id: newId(), text: readable(question.text), question }));
  const control = { id: newId(), text: pickControlText(policy) };
  const all = items.toSpliced(randomInt(items.length + 1), 0, { ...control, question: questions[0]! });

  const answer = await askForObject({
    purpose: "MODERATION",
    runKind,
    schemaName: "judge_texts",
    schema: answerSchema(all, policy),
    instructions: judgeInstructions(policy),
    prompt: judgePrompt(all, newDelimiter()),
    subjectIds: questions.flatMap(({ subjectIds }) => subjectIds),
    callsPerDay,
    signal,
  });
  if (!answer.ok) return answer;

  const { object, model, callId } = answer.data;
  // Whole and without doubles: the schema saw to it.
  const verdictOf = new Map(object.verdicts.map((verdict) => [verdict.id, verdict]));
  if (verdictOf.get(control.id)!.decision === "APPROVE") {
    return { ok: false, error: "DISTRUSTED", model, callId };
  }
  const said = items.map(({ id, question }) => {
    const verdict = toModelVerdict(verdictOf.get(id)!, model, callId);
    return [question.hash, verdict] as const;
  });
  return { ok: true, data: new Map(said) };
}

const noBudget: NoObject = {
  ok: false,
  error: "BUDGET",
  canRetry: false,
  retryAfterMs: null,
  isRefused: false,
};

function toModelVerdict(
  { decision, rule, evidence, alsoBroken, confidence }: ItemVerdict,
  model: string,
  callId: string,
) {
  const said: ModelVerdict = {
    decision,
    rule: rule === "none" ? null : rule,
    holdReason: decision === "HOLD" ? "UNSURE" : null,
    evidence,
    alsoBroken,
    confidence,
    model,
    modelCallId: callId,
  };
  return said;
}

// Long enough that no text can hit upon them, and new in every call.
const newId = () => randomBytes(6).toString("hex");
const newDelimiter = () => `item-${randomBytes(12).toString("hex")}`;
