import "server-only";

import { randomBytes, randomInt } from "node:crypto";

import { type NoObject, askForObject } from "../ai/ask-for-object.ts";
import { throughCircuit } from "../ai/circuit-breaker.ts";
import { env } from "../env.ts";
import type { PolicyRunKind } from "../generated/prisma/enums.ts";
import { type ItemVerdict, answerSchema } from "./answer-schema.ts";
import { pickControlTexts } from "./policy/control-items.ts";
import { readable } from "./patterns/normalise.ts";
import type { Policy } from "./policy/rules.ts";
import { type Item, judgeInstructions, judgePrompt } from "./prompt.ts";
import { type ReadVerdicts, readVerdicts } from "./read-verdicts.ts";
import type { ModelVerdict } from "./verdict-cache-data.ts";

export type Question = { hash: string; text: string; subjectIds: string[] };

export type JudgeAnswer =
  | { ok: true; data: Map<string, ModelVerdict> }
  | NoObject
  | { ok: false; error: "DISTRUSTED"; model: string; callId: string };

export type Asking = {
  policy: Policy;
  signal?: AbortSignal | undefined;
  /** Set for a policy run; unset for submitted reviews. The policy of a TRIAL is not in force. */
  runKind?: PolicyRunKind | undefined;
  /** Checked before each call. False has the effect of an exhausted daily budget. */
  mayCall?: (() => Promise<boolean>) | undefined;
  /** For texts that are retried later: calls pause while the circuit breaker is open (lib/ai/circuit-breaker.ts). */
  pauses?: boolean | undefined;
  /** Limits the calls of all texts together. Default: MODERATION_CALLS_PER_DAY. */
  callsPerDay?: number | undefined;
};

/**
 * Makes one model call, without retries. DISTRUSTED: the answer approves the bad control item or rejects the fine
 * one.
 */
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
      // Without a verdict on the bad control item the answer proves nothing. The fine one may be missing: a text
      // without a verdict is sent again.
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

// Unpredictable for the authors of texts and new in every call. The first character is a letter, so that no model
// writes the id as a number.
const newId = () => `${"abcdef"[randomInt(6)]!}${randomBytes(6).toString("hex").slice(1)}`;

/** Hides the age and author of the texts and the position of the control items. */
function shuffled<T>(list: T[]): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(randomInt(rest.length), 1)[0]!);
}

const newDelimiter = () => `item-${randomBytes(12).toString("hex")}`;
