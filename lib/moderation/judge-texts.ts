import "server-only";

import { askModerationEndpoint } from "../ai/moderation-endpoint.ts";
import { env } from "../env.ts";
import type { Asking, Question } from "./ask-judge.ts";
import { type Answered, allEnded, askUntilJudged } from "./ask-until-judged.ts";
import { judgeByClassifier } from "./judge-by-classifier.ts";
import type { BrokenRule } from "./broken-rule.ts";
import type { Candidate, Judgement, Outcome } from "./judgement.ts";
import type { Findings } from "./patterns/examine-text.ts";
import { readable } from "./patterns/normalise.ts";
import { runTask } from "./patterns/run-task.ts";
import { type Policy, activeRuleIds } from "./policy/rules.ts";
import { findThresholds, thresholdOf } from "./thresholds/thresholds.ts";
import { type ModelVerdict, findVerdicts, saveVerdict } from "./verdict-cache-data.ts";
import { held, weighVerdict } from "./weigh-verdict.ts";

export const maxBatch = 10;

/**
 * Judges texts under a policy: by patterns, by the verdict cache, and by the model, whose approvals need the consent
 * of the classifier and the moderation endpoint. Without a configured model, patterns and the classifier judge. The
 * result has an outcome for each candidate id.
 * @throws when `signal` aborts or the database is unavailable; earlier verdicts are then in the cache
 */
export async function judgeTexts(candidates: Candidate[], asking: Asking): Promise<Map<string, Outcome>> {
  // A trial's policy is not in force: its verdicts are neither read from nor written to the cache.
  const isTrial = asking.runKind === "TRIAL";
  const { policy } = asking;
  const outcomes = new Map<string, Outcome>();
  const settle = (id: string, data: Judgement) => outcomes.set(id, { ok: true, data });

  const ruleIds = activeRuleIds(policy);
  const open: Examined[] = [];
  for (const candidate of candidates) {
    const findings = await runTask("examineText", candidate.text, ruleIds);
    const judgement = judgeByPattern(findings, policy);
    if (judgement) settle(candidate.id, judgement);
    else if (findings) open.push({ candidate, findings });
  }

  const groups = groupByText(open);
  const hintsOf = new Map(open.map(({ candidate, findings }) => [candidate.id, findings.hints]));
  if (env().SORA_BUILT_IN_JUDGE) {
    for (const { isSuspicious, candidates: alike } of groups) {
      await new Promise(setImmediate); // yields to requests: a text takes about 1 ms
      for (const { id, text } of alike) {
        const judgement = judgeByClassifier(text, { policy, isSuspicious });
        settle(
          id,
          judgement.decision === "APPROVE" ? withHints(judgement, hintsOf.get(id), policy) : judgement,
        );
      }
    }
    return outcomes;
  }
  const hashes = groups.map(({ hash }) => hash);
  const known = isTrial ? new Map<string, ModelVerdict>() : await findVerdicts(hashes, policy);
  const thresholds = await findThresholds();
  const weigh = (group: Group, said: ModelVerdict, isKnown: boolean) => {
    const threshold = thresholdOf(said, thresholds);
    for (const [at, { id, text }] of group.candidates.entries()) {
      const { isSuspicious } = group;
      const isFromCache = isKnown || at > 0;
      settle(id, weighVerdict(said, { text, isSuspicious, isFromCache, threshold, policy }));
    }
  };
  const onAnswer = async ({ hash, text }: Question, answered: Answered) => {
    const group = groups.find((one) => one.hash === hash)!;
    if (answered.ok) {
      const { said, isLasting } = await askForConsent(text, answered, asking.signal);
      if (isLasting && !isTrial) await saveVerdict(hash, said, policy);
      weigh(group, said, false);
      return;
    }
    const { error } = answered;
    for (const { id } of group.candidates) {
      if (error === "BUDGET") settle(id, held("BUDGET", policy));
      else outcomes.set(id, { ok: false, error });
    }
  };

  for (const group of groups) {
    const said = known.get(group.hash);
    if (said) weigh(group, said, true);
  }
  const unknown = groups.filter(({ hash }) => !known.has(hash));
  const calls = intoCalls(unknown).map((questions) => askUntilJudged(questions, onAnswer, asking));
  await allEnded(calls);
  return outcomes;
}

/**
 * Asks the provider's moderation endpoint about texts that the model approved. A verdict is not cached when the
 * endpoint fails.
 */
async function askForConsent(
  text: string,
  { data: said, isLasting }: Extract<Answered, { ok: true }>,
  signal: AbortSignal | undefined,
): Promise<{ said: ModelVerdict; isLasting: boolean }> {
  if (said.decision !== "APPROVE") return { said, isLasting };
  const answer = await askModerationEndpoint(readable(text), signal);
  if (!answer.ok) return { said, isLasting: isLasting && answer.error === "OFF" };
  if (!answer.flagged) return { said, isLasting };
  return { said: { ...said, vetoes: [{ by: "MODERATION_ENDPOINT", ...answer.flagged }] }, isLasting };
}

function judgeByPattern(findings: Findings | null, policy: Policy): Judgement | null {
  if (!findings) return held("UNREADABLE", policy);
  if (findings.isEmpty) return held("UNSURE", policy);
  const [broken, ...alsoBroken] = findings.broken;
  if (!broken) return null;
  return { ...held("UNSURE", policy), decision: "REJECT", holdReason: null, ...broken, alsoBroken };
}

/** A model would judge the words of a hint itself. Without one, a moderator does. */
function withHints(judgement: Judgement, hints: BrokenRule[] = [], policy: Policy): Judgement {
  const [hint] = hints;
  return hint ? { ...held("HINT", policy), evidence: hint.evidence, alsoBroken: hints } : judgement;
}

type Examined = { candidate: Candidate; findings: Findings };

type Group = { hash: string; isSuspicious: boolean; candidates: Candidate[] };

function groupByText(examined: Examined[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { candidate, findings } of examined) {
    const { hash } = findings;
    const group = groups.get(hash) ?? { hash, isSuspicious: false, candidates: [] };
    group.candidates.push(candidate);
    group.isSuspicious ||= findings.givesOrders;
    groups.set(hash, group);
  }
  return [...groups.values()];
}

function intoCalls(groups: Group[]): Question[][] {
  const toQuestion = ({ hash, candidates }: Group): Question => ({
    hash,
    text: candidates[0]!.text,
    subjectIds: candidates.map(({ id }) => id),
  });
  const suspicious = groups.filter(({ isSuspicious }) => isSuspicious).map(toQuestion);
  const others = groups.filter(({ isSuspicious }) => !isSuspicious).map(toQuestion);
  const calls = suspicious.map((question) => [question]);
  for (let at = 0; at < others.length; at += maxBatch) calls.push(others.slice(at, at + maxBatch));
  return calls;
}
