import "server-only";

import { randomBytes, randomInt } from "node:crypto";

import { type NoObject, askForObject } from "../ai/ask-for-object.ts";
import { throughCircuit } from "../ai/circuit-breaker.ts";
import { env } from "../env.ts";
import type { PolicyRunKind } from "../generated/prisma/enums.ts";
import { type ItemVerdict, answerSchema } from "./answer-schema.ts";
import { pickControlTexts } from "./control-items.ts";
import { readable } from "./patterns/normalise.ts";
import type { Policy } from "./policy.ts";
import { type Item, judgeInstructions, judgePrompt } from "./prompt.ts";
import { type ReadVerdicts, readVerdicts } from "./read-verdicts.ts";
import type { ModelVerdict } from "./verdict-cache-data.ts";

/** A text that the model is asked about, for every candidate that says the same. */
export type Question = { hash: string; text: string; subjectIds: string[] };

/** What one call said of the questions, by hash, of some or all of them; or why nothing that it said is to be used. */
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
  /** For texts that are tried again later: while the model fails, calls pause (lib/ai/circuit-breaker.ts). */
  pauses?: boolean | undefined;
  /** Of the calls of all texts together; without it, all that the settings allow. */
  callsPerDay?: number | undefined;
};

/** Asks the model about these texts, in one call, once. Each verdict stands by itself, in an answer that can be believed. */
export async function askJudge(questions: Question[], asking: Asking): Promise<JudgeAnswer> {
  const { policy, signal, runKind, mayCall, pauses, callsPerDay = env().MODERATION_CALLS_PER_DAY } = asking;
  if (mayCall && !(await mayCall())) return noBudget;

  const items = questions.map((question) => ({ id: newId(), text: readable(question.text), question }));
  const texts = pickControlTexts(policy);
  const bad = { id: newId(), text: texts.bad };
  const fine = { id: newId(), text: texts.fine };
  const all = shuffled<Item>([...items, bad, fine]);
  const isSteered = ({ decisions }: ReadVerdicts) =>
    decisions.get(bad.id) === "APPROVE" || decisions.get(fine.id) === "REJECT";

  const asked: Parameters<typeof askForObject<ReadVerdicts>>[0] = {
    purpose: "MODERATION",
    runKind,
    schemaName: "judge_texts",
    schema: answerSchema(policy),
    read: (said) => {
      const answered = readVerdicts(said, all, policy);
      if (isSteered(answered)) return answered;
      // Without a decision about the bad one there is no telling what the others are worth. The fine one may be missing:
      // to leave an item out does nobody harm, since it is asked about again.
      const isControlled = answered.decisions.has(bad.id);
      return isControlled && items.some(({ id }) => answered.verdicts.has(id)) ? answered : null;
    },
    instructions: judgeInstructions(policy),
    prompt: judgePrompt(all, newDelimiter()),
    subjectIds: questions.flatMap(({ subjectIds }) => subjectIds),
    callsPerDay,
    signal,
  };
  const ask = () => askForObject(asked);
  const answer = await (pauses ? throughCircuit("MODERATION", ask) : ask());
  if (!answer.ok) return answer;

  const { model, callId } = answer.data;
  if (isSteered(answer.data.object)) return { ok: false, error: "DISTRUSTED", model, callId };
  const { verdicts } = answer.data.object;
  const said = items.flatMap(({ id, question }) => {
    const verdict = verdicts.get(id);
    return verdict ? [[question.hash, toModelVerdict(verdict, model, callId)] as const] : [];
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
    vetoes: [],
    confidence,
    model,
    modelCallId: callId,
  };
  return said;
}

// Long enough that no text can hit upon them, and new in every call. They begin with a letter: no model takes one for a number.
const newId = () => `${"abcdef"[randomInt(6)]!}${randomBytes(6).toString("hex").slice(1)}`;

/** In an order that says nothing of their age or their author, with the control items anywhere. */
function shuffled<T>(list: T[]): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(randomInt(rest.length), 1)[0]!);
}

const newDelimiter = () => `item-${randomBytes(12).toString("hex")}`;
